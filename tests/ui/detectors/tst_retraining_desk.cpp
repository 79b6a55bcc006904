// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "tests/ui/detectors/fake_history.h"
#include "ui/detectors/retraining_desk.h"

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

/// Two sensors of an asset that kmeans judges, with half an hour of history up to now; days pass as the test says.
struct Watched {
    Watched()
    {
        history.folder = folder.path();
        build.addSensor("a", "x", "bar");
        build.addSensor("a", "y", "bar");
        build.asset(AssetId{0}).judge = {"kmeans", {{"warmUp", 100.0}}, {}, false};
        for (int i = 0; i < 1800; ++i) {
            history.values["x"].push_back(std::sin(i / 9.0));
            history.values["y"].push_back(std::cos(i / 9.0));
        }
        at(0.0);
    }
    void at(double days)
    {
        now = kStart + fromSeconds(days * 86400.0);
        history.first = now - std::chrono::seconds{1800};
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
    desk.promoted(kAsset, before);
    QVERIFY(desk.entry(kAsset)->previous == before);
    QVERIFY(desk.entry(kAsset)->challenger.kind.empty());
    desk.rolledBack(kAsset);
    QVERIFY(desk.entry(kAsset)->previous.kind.empty());
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
