// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "tests/ui/detectors/fake_history.h"
#include "ui/detectors/retraining_desk.h"

#include <QDir>
#include <QSignalSpy>
#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using test::FakeHistory;
using test::SnapshotBuilder;

namespace {

const SensorKey kAsset{"a", ""};
constexpr UtcTime kStart = SnapshotBuilder::kStart;
constexpr int kReadings = 2880;

/// Two sensors of an asset that kmeans judges, with a reading a minute of two days up to now; days pass as the test says.
struct Watched {
    Watched()
    {
        history.folder = folder.path();
        build.addSensor("a", "x", "bar");
        build.addSensor("a", "y", "bar");
        build.spec(SensorId{0}).period = build.spec(SensorId{1}).period = history.step;
        build.asset(AssetId{0}).judge = {"kmeans", {{"warmUp", 100.0}}, {}, false};
        history.step = std::chrono::minutes{1};
        for (int i = 0; i < kReadings; ++i) {
            history.values["x"].push_back(std::sin(i / 9.0));
            history.values["y"].push_back(std::cos(i / 9.0));
        }
        at(0.0);
    }
    void at(double days)
    {
        now = kStart + fromSeconds(days * 86400.0);
        history.first = now - history.step * kReadings;
        build.now(now);
    }
    SnapshotPtr snapshot() { return build.build(); }

    test::TempFolder folder;
    FakeHistory history;
    SnapshotBuilder build;
    UtcTime now;
};

} // namespace

class TestRetrainingDesk : public QObject {
    Q_OBJECT
private slots:
    void trainsAChallengerWhenItIsDueAndPromotesNothing();
    void aChallengerWaitsOverARestart();
    void promotionCanBeRolledBack();
    void theDayOfTheComparisonIsNotLearned();
    void comparesAnewWhenTheChampionChanged();
    void aScheduleThatCannotBeWrittenIsSaidAndTriedAgain();
    void whatTimeDoesNotHelpIsNotTriedAgain();
    void aFailureIsSaidAndNotRepeatedAllTheTime();
    void withoutAFolderOrReadOnlyItDoesNothing();
};

void TestRetrainingDesk::trainsAChallengerWhenItIsDueAndPromotesNothing()
{
    Watched watched;
    RetrainingDesk desk(watched.history.access(), false);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 10.0);
    watched.at(9.9);
    desk.apply(watched.snapshot());
    QVERIFY(desk.text(kAsset).startsWith("No challenger"));
    watched.at(10.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY2(desk.text(kAsset).startsWith("Challenger ready: over the last day it would have fired"), qPrintable(desk.text(kAsset)));
    const study::RetrainingEntry *entry = desk.entry(kAsset);
    QCOMPARE(entry->challenger.kind, std::string("kmeans"));
    QVERIFY(QFile::exists(QString::fromStdString(entry->challenger.model)));
    QVERIFY(entry->previous.kind.empty());
    QCOMPARE(entry->last, watched.now);
}

void TestRetrainingDesk::aChallengerWaitsOverARestart()
{
    Watched watched;
    {
        RetrainingDesk desk(watched.history.access(), false);
        desk.apply(watched.snapshot());
        desk.setEveryDays(kAsset, 1.0);
        watched.at(1.0);
        desk.apply(watched.snapshot());
        QTRY_VERIFY(desk.text(kAsset).startsWith("Challenger ready: over"));
    }
    RetrainingDesk again(watched.history.access(), false);
    QVERIFY(!again.entry(kAsset)->challenger.kind.empty());
    watched.at(1.01);
    again.apply(watched.snapshot());
    QTRY_VERIFY(again.text(kAsset).startsWith("Challenger ready: over")); // compared anew
}

void TestRetrainingDesk::promotionCanBeRolledBack()
{
    Watched watched;
    RetrainingDesk desk(watched.history.access(), false);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 1.0);
    watched.at(1.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("Challenger ready: over"));
    const DetectorSpec before{"kmeans", {{"warmUp", 100.0}}, {}, false};
    desk.promoted(kAsset, before, true);
    QVERIFY(desk.entry(kAsset)->previous == before);
    QVERIFY(desk.entry(kAsset)->rollBack().kind.empty()); // the plant file's
    desk.promoted(kAsset, before, false);
    QVERIFY(desk.entry(kAsset)->rollBack() == before);
    QVERIFY(desk.entry(kAsset)->challenger.kind.empty());
    desk.rolledBack(kAsset);
    QVERIFY(desk.entry(kAsset)->previous.kind.empty());
}

void TestRetrainingDesk::theDayOfTheComparisonIsNotLearned()
{
    Watched watched;
    RetrainingDesk desk(watched.history.access(), false);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 1.0);
    watched.at(1.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("Challenger ready: over"));
    const study::Shelf shelf = study::readShelf(study::modelFolder(watched.folder.path(), kAsset));
    QCOMPARE(shelf.models.size(), std::size_t{1});
    QVERIFY(shelf.models[0].model->training.last < watched.now - std::chrono::hours{24});
    QVERIFY(shelf.models[0].model->training.last > watched.now - std::chrono::hours{25});
}

void TestRetrainingDesk::comparesAnewWhenTheChampionChanged()
{
    Watched watched;
    RetrainingDesk desk(watched.history.access(), false);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 1.0);
    watched.at(1.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("Challenger ready: over"));
    watched.at(1.01);
    desk.apply(watched.snapshot());
    const int reads = *watched.history.reads;
    const QString before = desk.text(kAsset);
    watched.at(1.02);
    desk.apply(watched.snapshot());
    QTest::qWait(50);
    QCOMPARE(watched.history.reads->load(), reads); // nothing is new
    watched.build.asset(AssetId{0}).judge.params["threshold"] = 0.001;
    watched.at(1.03);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(*watched.history.reads > reads);
    QTRY_VERIFY2(desk.text(kAsset) != before, qPrintable(before));
    const int again = *watched.history.reads;
    watched.at(1.04);
    desk.apply(watched.snapshot());
    desk.refresh(kAsset); // looked at, and the comparison is some time old
    QTRY_VERIFY(*watched.history.reads > again);
}

void TestRetrainingDesk::aScheduleThatCannotBeWrittenIsSaidAndTriedAgain()
{
    Watched watched;
    const HistoryAccess access = watched.history.access();
    RetrainingDesk desk(access, false);
    QSignalSpy troubled(&desk, &RetrainingDesk::troubled);
    desk.apply(watched.snapshot());
    QVERIFY(QDir().mkpath(QString::fromStdString(watched.folder.path("models/schedule.json/x")))); // a folder in its place
    desk.setEveryDays(kAsset, 3.0);
    QTRY_COMPARE(troubled.size(), 1);
    QVERIFY(troubled.at(0).at(0).toString().contains("cannot be written"));
    QVERIFY(desk.lock().isEmpty()); // it goes on
    QVERIFY(QDir(QString::fromStdString(watched.folder.path("models/schedule.json"))).removeRecursively());
    watched.at(0.01);
    desk.apply(watched.snapshot());
    QTRY_COMPARE(troubled.size(), 2);
    QCOMPARE(study::readRetraining(watched.folder.path())->find(kAsset)->everyDays, 3.0);
}

void TestRetrainingDesk::whatTimeDoesNotHelpIsNotTriedAgain()
{
    Watched watched;
    watched.build.asset(AssetId{0}).judge = {"logistic", {}, {}, false}; // learns from labels, of which history has none
    RetrainingDesk desk(watched.history.access(), false);
    QSignalSpy changed(&desk, &RetrainingDesk::changed);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 1.0);
    watched.at(1.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("No challenger could be trained: "));
    const auto said = changed.size();
    watched.at(2.0);
    desk.apply(watched.snapshot());
    QCOMPARE(changed.size(), said);
    watched.build.asset(AssetId{0}).judge = {"kmeans", {{"warmUp", 100.0}}, {}, false};
    watched.at(2.1);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("Challenger ready: over"));
}

void TestRetrainingDesk::aFailureIsSaidAndNotRepeatedAllTheTime()
{
    Watched watched;
    watched.history.values.clear();
    RetrainingDesk desk(watched.history.access(), false);
    QSignalSpy changed(&desk, &RetrainingDesk::changed);
    desk.apply(watched.snapshot());
    desk.setEveryDays(kAsset, 1.0);
    watched.at(1.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(desk.text(kAsset).startsWith("No challenger could be trained: "));
    const auto said = changed.size();
    watched.at(1.0 + 10.0 / 1440.0);
    desk.apply(watched.snapshot());
    QCOMPARE(changed.size(), said);
    watched.at(1.0 + 61.0 / 1440.0);
    desk.apply(watched.snapshot());
    QTRY_VERIFY(changed.size() > said);
}

void TestRetrainingDesk::withoutAFolderOrReadOnlyItDoesNothing()
{
    Watched watched;
    RetrainingDesk readOnly(watched.history.access(), true);
    readOnly.apply(watched.snapshot());
    readOnly.setEveryDays(kAsset, 1.0);
    QVERIFY(readOnly.entry(kAsset) == nullptr);
    QVERIFY(readOnly.lock().contains("read-only"));
    RetrainingDesk homeless({}, false);
    QVERIFY(homeless.lock().contains("data folder"));
}

QTEST_MAIN(TestRetrainingDesk)
#include "tst_retraining_desk.moc"
