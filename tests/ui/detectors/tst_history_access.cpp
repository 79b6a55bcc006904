// SPDX-License-Identifier: GPL-3.0-or-later
// What the page reads out of a real data folder, and out of a snapshot.
#include "ui/detectors/history_access.h"

#include "core/store/store_writer.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"
#include "tests/support/ui_builders.h"
#include "ui/detectors/judged_source.h"

#include <QFile>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

const SensorKey kAsset{"line-a/pump1", ""};

/// An asset's alarm of both kinds, decided by a clock that is a day ahead of the readings.
void storeAlarms(const std::string &folder)
{
    const test::FakeClock clock;
    auto writer = store::StoreWriter::open({.folder = folder, .queueCapacity = 100, .vfs = {}}, clock);
    QVERIFY(writer.ok());
    EventSeq seq = 0;
    for (const std::string &what : {std::string(kAnomalous), std::string("no data")}) {
        for (const AlarmEventKind kind : {AlarmEventKind::Raise, AlarmEventKind::Clear}) {
            Occurrence alarm = test::raisedAlarm(what == kAnomalous ? 7 : 8, ++seq, kAsset);
            alarm.definition.what = what;
            AlarmEvent event = test::eventOf(alarm, seq, kind, 86'400);
            event.sourceTime = test::at(10.0 * double(seq));
            (*writer)->submit(store::SaveTransition{event, alarm});
        }
    }
    (*writer)->close();
}

} // namespace

class TestHistoryAccess : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatTheDetectorRaisedCounts();
    void aJournalThatIsNoneIsAnError();
    void aFolderWithoutAJournalHoldsNothing();
    void theAlarmIsThatOfTheConfiguration();
    void whatNeverReportedIsSilent();
};

void TestHistoryAccess::onlyWhatTheDetectorRaisedCounts()
{
    const test::TempFolder folder;
    storeAlarms(folder.path());
    const HistoryAccess access = storedHistory(folder.path());
    const auto past = access.alarms(kAsset, test::at(0), test::at(100));
    QVERIFY2(past.ok(), past ? "" : past.error().text().c_str());
    QCOMPARE(past->raises.size(), std::size_t{1});
    QCOMPARE(past->raises[0].id, OccurrenceId{7});
    QCOMPARE(past->raises[0].from, test::at(10));
    QCOMPARE(past->raises[0].to, test::at(20));
    QVERIFY(!past->cut);
    const auto later = access.alarms(kAsset, test::at(15), test::at(100));
    QVERIFY(later.ok() && later->raises.empty());
}

void TestHistoryAccess::aJournalThatIsNoneIsAnError()
{
    const test::TempFolder folder;
    QFile file(QString::fromStdString(folder.path("journal.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const HistoryAccess access = storedHistory(folder.path());
    QVERIFY(!access.alarms(kAsset, test::at(0), test::at(100)).ok());
    QVERIFY(!access.samples({"line-a/pump1", "x"}, test::at(0), test::at(100)).ok());
    QVERIFY(!access.newestBefore({"line-a/pump1", "x"}, test::at(100)).ok());
}

void TestHistoryAccess::aFolderWithoutAJournalHoldsNothing()
{
    const test::TempFolder folder;
    const HistoryAccess access = storedHistory(folder.path());
    QVERIFY(access.alarms(kAsset, test::at(0), test::at(100))->raises.empty());
    QVERIFY(access.samples({"line-a/pump1", "x"}, test::at(0), test::at(100))->empty());
    QCOMPARE(*access.newestBefore({"line-a/pump1", "x"}, test::at(100)), kNoTime);
}

void TestHistoryAccess::theAlarmIsThatOfTheConfiguration()
{
    test::SnapshotBuilder build;
    const SensorId x = build.addSensor("a", "x", "bar");
    build.addSensor("a", "y", "bar");
    build.asset(AssetId{0}).alarm.raise.count = 5;
    Occurrence &noData = build.addAlarm(x, Priority::P1, AlarmState::B);
    noData.definition.source = {"a", ""};
    noData.definition.what = "no data";
    noData.definition.raise.count = 1;
    QCOMPARE(findSource(*build.build(), {"a", ""})->alarm.raise.count, 5);
}

void TestHistoryAccess::whatNeverReportedIsSilent()
{
    test::SnapshotBuilder build;
    build.addSensor("a", "x", "bar");
    build.state(build.addSensor("a", "y", "bar")).samples = 0;
    QCOMPARE(findSource(*build.build(), {"a", ""})->silent, (std::vector<char>{0, 1}));
}

QTEST_MAIN(TestHistoryAccess)
#include "tst_history_access.moc"
