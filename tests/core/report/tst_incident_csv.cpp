// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/incident_builders.h"

#include "core/base/csv.h"
#include "tests/support/temp_folder.h"

#include <QtTest>

#include <fstream>

using namespace telltale;
using namespace telltale::report;
using test::incidentOf;
using test::reportedAlarm;

namespace {

/// A file of one or two tables as rows of cells, by the reader of this project.
std::vector<std::vector<std::string>> cellsOf(const std::string &csv)
{
    const test::TempFolder temp;
    std::ofstream(temp.path("x.csv"), std::ios::binary) << csv;
    auto reader = CsvReader::open(temp.path("x.csv"));
    if (!reader)
        qFatal("%s", reader.error().text().c_str());
    std::vector<std::vector<std::string>> rows{reader->header()};
    std::vector<std::string> cells;
    while (true) {
        const auto more = reader->next(cells);
        if (!more)
            qFatal("%s", more.error().text().c_str());
        if (!*more)
            return rows;
        rows.push_back(cells);
    }
}

std::pair<std::string, std::string> twoTables(const std::string &csv)
{
    const auto gap = csv.find("\r\n\r\n");
    return {csv.substr(0, gap + 2), csv.substr(gap + 4)};
}

/// What a spreadsheet would take for a formula, in all the ways people hide one.
const std::vector<std::string> &payloads()
{
    static const std::vector<std::string> kPayloads{"=1+1",
                                                    "=cmd|' /C calc'!A0",
                                                    "=HYPERLINK(\"http://x\",\"y\")",
                                                    "+1+1",
                                                    "+SUM(A1:A9)",
                                                    "-1+1",
                                                    "-2+3+cmd|' /C calc'!A0",
                                                    "@SUM(1+1)",
                                                    "@",
                                                    "\t=1+1",
                                                    "\r=1+1",
                                                    "\n=1+1",
                                                    std::string("\0=1+1", 5),
                                                    "＝1+1",
                                                    "＋1",
                                                    "－1",
                                                    "＠SUM(1)",
                                                    "=\"a\",b",
                                                    "=1;2",
                                                    "\"=1+1",
                                                    ",=1+1",
                                                    "a,=1+1",
                                                    "a\r\n=1+1",
                                                    "a\n=1+1",
                                                    "a\";=1+1",
                                                    "'; DROP TABLE x; --",
                                                    "\"\"\"",
                                                    "a\"b\"c",
                                                    ";;;",
                                                    "\t",
                                                    "\xFF\xFE broken",
                                                    "\u202E=1",
                                                    "ordinary text",
                                                    ""};
    return kPayloads;
}

bool looksLikeAFormula(const std::string &cell)
{
    static const std::vector<std::string> kStarts{"=", "+", "-", "@", "\t", "\r", "\n", std::string("\0", 1), "＝", "＋", "－", "＠"};
    return std::any_of(kStarts.begin(), kStarts.end(), [&](const std::string &start) { return cell.starts_with(start); });
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
    QVERIFY(payloads().size() >= 30);
    for (const std::string &payload : payloads()) {
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
