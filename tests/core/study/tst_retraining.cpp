// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/retraining.h"

#include "core/base/whole_file.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <filesystem>

using namespace telltale;
using namespace telltale::study;

namespace {

const UtcTime kNow = *parseTime("2026-11-22T12:00:00Z");

} // namespace

class TestRetraining : public QObject {
    Q_OBJECT
private slots:
    void isDueAfterItsDays();
    void neverWhileAChallengerWaits();
    void comesBackFromItsFile();
    void noFileIsNoSchedule();
    void aBrokenFileIsSaid();
};

void TestRetraining::isDueAfterItsDays()
{
    RetrainingEntry entry{.source = {"a", "x"}, .last = kNow - std::chrono::hours{239}};
    QVERIFY(!entry.due(kNow));
    entry.last = kNow - std::chrono::hours{240};
    QVERIFY(entry.due(kNow));
    entry.everyDays = 30.0;
    QVERIFY(!entry.due(kNow));
    entry.everyDays = 0.0; // switched off
    QVERIFY(!entry.due(kNow));
}

void TestRetraining::neverWhileAChallengerWaits()
{
    RetrainingEntry entry{.source = {"a", "x"}, .last = kNow - std::chrono::hours{1000}};
    entry.challenger.kind = "band";
    QVERIFY(!entry.due(kNow));
}

void TestRetraining::comesBackFromItsFile()
{
    const test::TempFolder folder;
    RetrainingPlan plan;
    plan.entries.push_back({.source = {"line-a/pump1", ""},
                            .everyDays = 3.5,
                            .last = kNow,
                            .challenger = {"kmeans", {{"clusters", 3.0}, {"zScore", false}}, {"tail"}, true, "m.model"},
                            .previous = {"band", {{"k", 3.0}}, {}, false}});
    QVERIFY(writeRetraining(folder.path(), plan));
    auto read = readRetraining(folder.path());
    QVERIFY(read);
    const RetrainingEntry *entry = read->find({"line-a/pump1", ""});
    QVERIFY(entry != nullptr);
    QCOMPARE(entry->everyDays, 3.5);
    QCOMPARE(entry->last, kNow);
    QVERIFY(entry->challenger == plan.entries[0].challenger);
    QVERIFY(entry->previous == plan.entries[0].previous);
    QVERIFY(read->find({"line-a/pump1", "x"}) == nullptr);
}

void TestRetraining::noFileIsNoSchedule()
{
    const test::TempFolder folder;
    const auto plan = readRetraining(folder.path());
    QVERIFY(plan);
    QVERIFY(plan->entries.empty());
}

void TestRetraining::aBrokenFileIsSaid()
{
    const test::TempFolder folder;
    std::filesystem::create_directories(folder.path("models"));
    QVERIFY(replaceFile(retrainingPath(folder.path()), "{\"schedules\": 7}"));
    const auto plan = readRetraining(folder.path());
    QVERIFY(!plan);
    QVERIFY(plan.error().text().find("schedule.json") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestRetraining)
#include "tst_retraining.moc"
