// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csv_texts.h"
#include "tests/support/incident_builders.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::report;
using test::cellsOf;
using test::incidentOf;
using test::looksLikeAFormula;
using test::reportedAlarm;

namespace {

std::pair<std::string, std::string> twoTables(const std::string &csv)
{
    const auto gap = csv.find("\r\n\r\n");
    return {csv.substr(0, gap + 2), csv.substr(gap + 4)};
}

using Place = std::function<void(ReportedAlarm &, const std::string &)>;

struct TextColumn {
    const char *name;
    bool inAlarms; ///< otherwise in the timeline
    std::size_t column;
    Place put;
};

const std::vector<TextColumn> &textColumns()
{
    static const std::vector<TextColumn> kColumns{
        {"asset", true, 1, [](ReportedAlarm &a, const std::string &t) { a.occurrence.definition.source.asset = t; }},
        {"sensor", true, 2, [](ReportedAlarm &a, const std::string &t) { a.occurrence.definition.source.sensor = t; }},
        {"what", true, 3, [](ReportedAlarm &a, const std::string &t) { a.occurrence.definition.what = t; }},
        {"acked by", true, 10, [](ReportedAlarm &a, const std::string &t) { a.occurrence.ackedBy.operatorName = t; }},
        {"acked at", true, 11, [](ReportedAlarm &a, const std::string &t) { a.occurrence.ackedBy.station = t; }},
        {"close reason", true, 14, [](ReportedAlarm &a, const std::string &t) { a.occurrence.closeReason = t; }},
        {"detector", true, 21, [](ReportedAlarm &a, const std::string &t) { a.occurrence.why.detector = t; }},
        {"verdict reason", true, 25,
         [](ReportedAlarm &a, const std::string &t) {
             a.events[0].kind = AlarmEventKind::Verdict;
             a.events[0].comment = t;
         }},
        {"owner", true, 26, [](ReportedAlarm &a, const std::string &t) { a.occurrence.owner = t; }},
        {"model", true, 27, [](ReportedAlarm &a, const std::string &t) { a.occurrence.why.model = t; }},
        {"event asset", false, 3, [](ReportedAlarm &a, const std::string &t) { a.events[0].source.asset = t; }},
        {"event sensor", false, 4, [](ReportedAlarm &a, const std::string &t) { a.events[0].source.sensor = t; }},
        {"operator", false, 10, [](ReportedAlarm &a, const std::string &t) { a.events[0].actor.operatorName = t; }},
        {"station", false, 11, [](ReportedAlarm &a, const std::string &t) { a.events[0].actor.station = t; }},
        {"os user", false, 12, [](ReportedAlarm &a, const std::string &t) { a.events[0].actor.osUser = t; }},
        {"comment", false, 13, [](ReportedAlarm &a, const std::string &t) { a.events[0].comment = t; }},
        {"event what", false, 19, [](ReportedAlarm &a, const std::string &t) { a.events[0].what = t; }},
    };
    return kColumns;
}

} // namespace

class TestIncidentCsv : public QObject {
    Q_OBJECT
private slots:
    void theThirdTableIsTheHeadOfTheJournal();
    void noPayloadIsAFormulaInAnyColumn_data();
    void noPayloadIsAFormulaInAnyColumn();
    void holdsTheNumbersOfTheIncident();
    void negativeNumbersStayNumbers();
    void missingValuesAreEmpty();
    void anEmptyIncidentHasItsHeaders();
    void theTimelineIsInOrderOverAllAlarms();
    void theJournalHasTheSameRows();
};

void TestIncidentCsv::noPayloadIsAFormulaInAnyColumn_data()
{
    QTest::addColumn<std::size_t>("column");
    for (std::size_t i = 0; i < textColumns().size(); ++i)
        QTest::newRow(textColumns()[i].name) << i;
}

void TestIncidentCsv::noPayloadIsAFormulaInAnyColumn()
{
    QFETCH(std::size_t, column);
    const TextColumn &where = textColumns()[column];
    QVERIFY(test::formulaTexts().size() >= 30);
    for (const std::string &payload : test::formulaTexts()) {
        ReportedAlarm alarm = reportedAlarm(1, 1);
        where.put(alarm, payload);
        const auto tables = twoTables(toCsv(incidentOf({alarm})));
        const auto rows = cellsOf(where.inAlarms ? tables.first : tables.second);
        QCOMPARE(rows.size(), std::size_t(where.inAlarms ? 2 : 4)); // no payload makes a row of its own
        std::string cell = rows[1].at(where.column);
        QVERIFY2(!looksLikeAFormula(cell), cell.c_str());
        std::string expected = payload;
        if (looksLikeAFormula(payload))
            expected.insert(0, 1, '\'');
        std::erase(expected, '\0');
        // The reader joins lines of a cell with LF.
        QCOMPARE(QByteArray::fromStdString(cell).replace("\r\n", "\n"), QByteArray::fromStdString(expected).replace("\r\n", "\n"));
    }
}

void TestIncidentCsv::holdsTheNumbersOfTheIncident()
{
    ReportedAlarm alarm = reportedAlarm(7, 11);
    alarm.occurrence.why.model = "/srv/models/pump1.model";
    alarm.occurrence.verdict = Judgement::True;
    alarm.occurrence.owner = "day shift";
    alarm.events[0].until = test::at(660);
    alarm.events[0].oneShot = true;
    alarm.occurrence.why.actualStretch = {-1.5, 2.0, kMissing};
    alarm.occurrence.why.nearestStretch = {-1.0, 2.25, 3.0};
    const auto tables = twoTables(toCsv(incidentOf({alarm})));
    const auto alarms = cellsOf(tables.first);
    const std::vector<std::string> expected{"7",
                                            "line-a/pump1",
                                            "temperature",
                                            "anomalous",
                                            "P2",
                                            "P2",
                                            "A",
                                            "2026-11-18T12:36:38.000Z",
                                            "2026-11-18T12:36:40.000Z",
                                            "2026-11-18T12:37:10.000Z",
                                            "K. Lund",
                                            "desk 2",
                                            "2026-11-18T12:37:40.000Z",
                                            "2026-11-18T12:37:40.000Z",
                                            "normal",
                                            "60",
                                            "29.75",
                                            "6.25",
                                            "3",
                                            "1",
                                            "1",
                                            "band",
                                            "3",
                                            "1",
                                            "true",
                                            "",
                                            "day shift",
                                            "/srv/models/pump1.model",
                                            "-1.5 2 nan",
                                            "-1 2.25 3"};
    QVERIFY(alarms.at(1) == expected);
    QCOMPARE(alarms.at(0).size(), expected.size());
    const auto timeline = cellsOf(tables.second);
    QCOMPARE(timeline.size(), std::size_t(4));
    QCOMPARE(timeline[2][0], std::string("12"));
    QCOMPARE(timeline[2][5], std::string("ACK"));
    QCOMPARE(timeline[2][13], std::string("looking at it"));
    QCOMPARE(timeline[2][16], std::string("88.125"));
    QCOMPARE(timeline[1][20], std::string("2026-11-18T12:37:40.000Z"));
    QCOMPARE(timeline[1][21], std::string("1"));
    QCOMPARE(timeline[2][20], std::string());
}

void TestIncidentCsv::negativeNumbersStayNumbers()
{
    AlarmEvent event = test::eventOf(test::raisedAlarm(1, 1), 1);
    event.value = -12.5;
    const auto rows = cellsOf(journalCsvHeader() + journalCsvRow(event));
    QCOMPARE(rows[1][16], std::string("-12.5"));
}

void TestIncidentCsv::missingValuesAreEmpty()
{
    AlarmEvent event;
    const auto rows = cellsOf(journalCsvHeader() + journalCsvRow(event));
    for (const std::size_t column : {1, 2, 14, 15, 16, 20, 22})
        QCOMPARE(rows[1][column], std::string());
    ReportedAlarm alarm;
    const std::string csv = toCsv(incidentOf({alarm}));
    QVERIFY(csv.find("nan") == std::string::npos && csv.find("inf") == std::string::npos);
}

void TestIncidentCsv::anEmptyIncidentHasItsHeaders()
{
    const auto tables = twoTables(toCsv({}));
    QCOMPARE(cellsOf(tables.first).size(), std::size_t(1));
    QCOMPARE(tables.second, journalCsvHeader());
}

void TestIncidentCsv::theTimelineIsInOrderOverAllAlarms()
{
    IncidentReport incident = incidentOf({reportedAlarm(1, 1), reportedAlarm(2, 2)}); // numbers 1 2 3 and 2 3 4
    incident.alarms[0].events[2].seq = 9;
    const auto rows = cellsOf(twoTables(toCsv(incident)).second);
    QString order;
    for (std::size_t i = 1; i < rows.size(); ++i)
        order += QString::fromStdString(rows[i][0]);
    QCOMPARE(order, QStringLiteral("122349"));
}

void TestIncidentCsv::theJournalHasTheSameRows()
{
    const ReportedAlarm alarm = reportedAlarm(1, 1);
    std::string journal = journalCsvHeader();
    for (const AlarmEvent &event : alarm.events)
        journal += journalCsvRow(event);
    QCOMPARE(QString::fromStdString(twoTables(toCsv(incidentOf({alarm}))).second), QString::fromStdString(journal));
}

void TestIncidentCsv::theThirdTableIsTheHeadOfTheJournal()
{
    IncidentReport incident = incidentOf({reportedAlarm(1, 1)});
    const std::string before = toCsv(incident);
    incident.journalHead = {512, std::string(64, 'e')};
    QCOMPARE(toCsv(incident), before + "\r\njournal_links,journal_hash\r\n512," + std::string(64, 'e') + "\r\n");
}

QTEST_APPLESS_MAIN(TestIncidentCsv)
#include "tst_incident_csv.moc"
