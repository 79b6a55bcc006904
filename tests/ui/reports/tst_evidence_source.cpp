// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/statement.h"
#include "tests/support/damage.h"
#include "tests/support/raw_database.h"
#include "tests/ui/reports/stored_alarms.h"
#include "ui/reports/evidence_source.h"
#include "ui/reports/incident_source.h"

#include <algorithm>

using namespace telltale;
using namespace telltale::ui;
using test::at;
using test::kPump;

namespace {

std::vector<std::int64_t> timesOf(const report::Evidence &evidence)
{
    std::vector<std::int64_t> times;
    for (const ChunkPtr &chunk : evidence.samples) {
        times.insert(times.end(), chunk->t.begin(), chunk->t.end());
    }
    return times;
}

bool holds(const std::vector<report::Statement> &lines, const char *part)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const report::Statement &line) { return report::said(line).find(part) != std::string::npos; });
}

report::IncidentReport incidentIn(const std::string &folder)
{
    auto incident = readIncident(folder, {.site = "Plant", .station = "desk 2", .productVersion = "Telltale test"});
    return incident ? std::move(incident).value() : report::IncidentReport();
}

} // namespace

class TestEvidenceSource : public QObject {
    Q_OBJECT
private slots:
    void cutsExactly_data();
    void cutsExactly();
    void takesTenMinutesBeforeAndTwoAfter();
    void slowSensorsReachBackForEnoughReadings();
    void missingSamplesAreSaid();
    void damagedSamplesAreSaid();
    void whatCannotBeReadIsSaid();
    void theSameFolderGivesTheSameIncident();
    void theNewestAlarmIsTheDefault();
    void anUnknownAlarmIsNotFound();
};

void TestEvidenceSource::cutsExactly_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << -1.0 << 100.0 << 50;
    QTest::newRow("half open") << 10.0 << 20.0 << 10;
    QTest::newRow("between two samples") << 10.2 << 10.8 << 0;
    QTest::newRow("before") << -10.0 << 0.0 << 0;
    QTest::newRow("after") << 50.0 << 60.0 << 0;
    QTest::newRow("last one") << 49.0 << 60.0 << 1;
}

void TestEvidenceSource::cutsExactly()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, count);
    const ChunkPtr chunk = test::chunkOf(50, 0);
    const ChunkPtr cut = cutChunk(chunk, at(from), at(to));
    QCOMPARE(cut ? int(cut->size()) : 0, count);
    if (cut) {
        QCOMPARE(cut->value.size(), cut->size());
        QCOMPARE(cut->score.size(), cut->size());
        QCOMPARE(cut->flags.size(), cut->size());
        QVERIFY(cut->t.front() >= toNanos(at(from)) && cut->t.back() < toNanos(at(to)));
    }
}

void TestEvidenceSource::takesTenMinutesBeforeAndTwoAfter()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 1024, 1.5); // from 565.5 s to 2100 s
    const report::IncidentReport incident = incidentIn(folder.path());
    QCOMPARE(incident.alarms.size(), std::size_t{1});
    QCOMPARE(incident.alarms[0].evidence.size(), std::size_t{1});
    const std::vector<std::int64_t> times = timesOf(incident.alarms[0].evidence[0]);
    QVERIFY(!times.empty());
    // The first violation lies 2 s before the raise, and so does everything that counts from it.
    QVERIFY(times.front() >= toNanos(at(1398)) && times.front() < toNanos(at(1400)));
    QCOMPARE(times.back(), toNanos(at(2100)));
    QVERIFY(incident.to == at(2060 - 0.25) + std::chrono::minutes{2} || incident.to == at(2060) + std::chrono::minutes{2});
    QCOMPARE(incident.alarms[0].events.size(), std::size_t{3});
    QCOMPARE(incident.site, std::string("Plant"));
}

void TestEvidenceSource::slowSensorsReachBackForEnoughReadings()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 500, 60.0); // one a minute: ten minutes would be ten readings
    const report::IncidentReport incident = incidentIn(folder.path());
    const std::vector<std::int64_t> times = timesOf(incident.alarms[0].evidence.at(0));
    const auto before = std::count_if(times.begin(), times.end(), [](std::int64_t t) { return t < toNanos(at(1998)); });
    QCOMPARE(before, 120);
    QVERIFY(!holds(incident.unknowns, "before"));
    QVERIFY(incident.from <= fromNanos(times.front()));
}

void TestEvidenceSource::missingSamplesAreSaid()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 0, 1.0);
    const report::IncidentReport incident = incidentIn(folder.path());
    QVERIFY(timesOf(incident.alarms[0].evidence.at(0)).empty());
    QVERIFY(holds(incident.unknowns, "no stored samples of line-a/pump1"));
    QVERIFY(holds(incident.unknowns, "No feed health is stored"));
}

void TestEvidenceSource::damagedSamplesAreSaid()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 1024, 1.5);
    QCOMPARE(test::RawDatabase(folder.path("history.db")).run("UPDATE chunk SET content = zeroblob(100)"), 1);
    const report::IncidentReport incident = incidentIn(folder.path());
    QVERIFY(holds(incident.unknowns, "Some stored samples of line-a/pump1"));
    QVERIFY(timesOf(incident.alarms[0].evidence.at(0)).empty());
}

void TestEvidenceSource::whatCannotBeReadIsSaid()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 1024, 1.5);
    const std::string history = folder.path("history.db");
    test::ruinPage(history, test::rootPage(history, "chunk"));
    const report::IncidentReport incident = incidentIn(folder.path());
    QCOMPARE(incident.alarms.size(), std::size_t{1});
    QVERIFY(holds(incident.unknowns, "Stored samples of line-a/pump1 · temperature cannot be read"));
    QVERIFY(!holds(incident.unknowns, "never received"));
}

void TestEvidenceSource::theSameFolderGivesTheSameIncident()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 600, 1.0);
    const std::string first = report::toJson(incidentIn(folder.path()));
    QVERIFY(first.size() > 1000);
    QCOMPARE(report::toJson(incidentIn(folder.path())), first);
}

void TestEvidenceSource::theNewestAlarmIsTheDefault()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 10, 1.0);
    QCOMPARE(incidentIn(folder.path()).alarms.at(0).occurrence.id, OccurrenceId{1});
    QCOMPARE(incidentIn(folder.path()).id, std::string("1"));
}

void TestEvidenceSource::anUnknownAlarmIsNotFound()
{
    const test::TempFolder folder;
    test::storeAlarm(folder.path(), 10, 1.0);
    const auto incident = readIncident(folder.path(), {.occurrences = {99}});
    QVERIFY(!incident.ok());
    QCOMPARE(incident.error().kind, ErrorKind::NotFound);
}

QTEST_APPLESS_MAIN(TestEvidenceSource)
#include "tst_evidence_source.moc"
