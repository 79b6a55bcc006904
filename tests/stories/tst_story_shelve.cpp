// SPDX-License-Identifier: GPL-3.0-or-later
// Story 6: as an operator I keep an alarm from people for a while, and it comes back when it should, whatever happens to the program.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/models/suppressed_columns.h"

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

QString held(const StoryStation &station)
{
    return station.find<QWidget>("heldCounts")->accessibleName();
}

/// S, how long, the first of the reasons offered, Enter.
void shelve(StoryStation &station, Qt::Key length)
{
    station.press(Qt::Key_S);
    station.press(length);
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Return);
}

/// As the engine has it; suppression None = it is not suppressed.
SuppressedAlarm suppressed(const StoryStation &station, const SensorKey &source)
{
    const SnapshotPtr now = station.street->latest();
    for (const SuppressedAlarm &alarm : *now->suppressed) {
        if (alarm.source == source) {
            return alarm;
        }
    }
    return {};
}

Suppression suppressionOf(const StoryStation &station, const SensorKey &source)
{
    return suppressed(station, source).suppression;
}

} // namespace

class TestStoryShelve : public QObject {
    Q_OBJECT
private slots:
    void untilItsAbsoluteEnd();
    void whatEndedWhileNobodyWatchedIsSaidAtOnce();
    void oneShotEndsWithTheAlarm();
    void noLongerThanItsPriorityAllows();
    void byRuleWhileItHolds();
    void outOfServiceUntilItsReview();
};

void TestStoryShelve::untilItsAbsoluteEnd()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F2);
    station.takeKeys();
    shelve(station, Qt::Key_2);
    const int keys = station.takeKeys();
    QCOMPARE(keys, 4);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 0, StoryStation::kPatienceMs);
    QVERIFY(station.quietAfter(std::chrono::steady_clock::now()));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Shelve).size(), std::size_t{1}, StoryStation::kPatienceMs);
    const AlarmEvent shelf = station.stored(AlarmEventKind::Shelve)[0];
    QCOMPARE(shelf.until, shelf.at + 30min);
    QCOMPARE(shelf.actor, WindowDriver::defaults().actor);
    QCOMPARE(shelf.comment, std::string("maintenance"));
    QVERIFY2(held(station).startsWith(QStringLiteral("Shelved 1 (next %1)").arg(shortTime(shelf.until, ZoneChoice::Local))),
             qPrintable(held(station)));

    station.stop(); // the program ends
    station.clock.sleep(10min);
    station.start();
    QVERIFY(station.isReady());
    QCOMPARE(suppressed(station, kVibration).shelf.until, shelf.until);
    QVERIFY(held(station).startsWith("Shelved 1"));
    // It clears and comes again below the shelf: counted, not announced.
    station.publisher.set(kVibration, 0.0);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Clear).size(), std::size_t{1}, StoryStation::kPatienceMs);
    station.publisher.set(kVibration, kWrong);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{2}, StoryStation::kPatienceMs);
    QVERIFY(station.stored(AlarmEventKind::Raise)[1].suppressed);
    QCOMPARE(station.rows(), 0);
    QCOMPARE(station.counts(), QStringLiteral("unacked 0"));
    QCOMPARE(station.horn(), QStringLiteral("horn off"));

    QVERIFY(!station.note().contains("ends in"));
    station.clock.sleep(shelf.until - station.clock.utcNow() - 4min); // the computer sleeps too
    QTRY_VERIFY_WITH_TIMEOUT(station.note().contains("The shelf of line-a/pump1 vibration: anomalous ends in"), StoryStation::kPatienceMs);
    QVERIFY(held(station).contains("Shelved 1"));
    QCOMPARE(station.rows(), 0);

    station.clock.sleep(shelf.until - station.clock.utcNow());
    QVERIFY(station.isRaised(kVibration));
    QVERIFY(station.soundsAfter({}));
    QVERIFY(station.horn().startsWith("HORN ON"));
    QVERIFY2(held(station).startsWith("Shelved 0"), qPrintable(held(station)));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::ShelfExpired).size(), std::size_t{1}, StoryStation::kPatienceMs);
    const AlarmEvent end = station.stored(AlarmEventKind::ShelfExpired)[0];
    QVERIFY(end.at >= shelf.until);
    QCOMPARE(end.to, AlarmState::B);
    qInfo("story 6: %d keys; same end after restart and sleep; warned 5 min before; back, and sounding, %.0f ms after its end", keys,
          toSeconds(end.at - shelf.until) * 1e3);
}

void TestStoryShelve::whatEndedWhileNobodyWatchedIsSaidAtOnce()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F2);
    shelve(station, Qt::Key_1);
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 0, StoryStation::kPatienceMs);
    station.stop();
    station.clock.sleep(20min);
    const UtcTime restarted = station.clock.utcNow();
    station.start();
    QVERIFY(station.isReady());
    QVERIFY(station.isRaised(kVibration));
    QVERIFY(station.soundsAfter({}));
    const auto ends = station.stored(AlarmEventKind::ShelfExpired);
    QCOMPARE(ends.size(), std::size_t{1});
    QVERIFY(ends[0].at >= restarted);
    qInfo("story 6 (ended while the program was off): said %.0f ms after the start", toSeconds(ends[0].at - restarted) * 1e3);
}

void TestStoryShelve::oneShotEndsWithTheAlarm()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kTemperature, kWrong);
    QVERIFY(station.isRaised(kTemperature));
    station.press(Qt::Key_F2);
    station.takeKeys();
    shelve(station, Qt::Key_6);
    const int keys = station.takeKeys();
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 0, StoryStation::kPatienceMs);
    QCOMPARE(suppressionOf(station, kTemperature), Suppression::ShelvedOneShot);
    station.stop();
    station.start();
    QVERIFY(station.isReady());
    QCOMPARE(suppressionOf(station, kTemperature), Suppression::ShelvedOneShot);
    QCOMPARE(station.rows(), 0);
    station.publisher.set(kTemperature, 0.0);
    QTRY_COMPARE_WITH_TIMEOUT(suppressionOf(station, kTemperature), Suppression::None, StoryStation::kPatienceMs);
    QCOMPARE(station.rows(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(held(station).startsWith("Shelved 0"), StoryStation::kPatienceMs);
    station.publisher.set(kTemperature, kWrong); // the next one is announced
    QVERIFY(station.isRaised(kTemperature));
    QVERIFY(station.soundsAfter({}));
    qInfo("story 6 (until it clears): %d keys, over a restart; the next raise is announced", keys);
}

/// The form does not offer it, and whoever asks the engine all the same is refused.
void TestStoryShelve::noLongerThanItsPriorityAllows()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    const std::vector<std::pair<SensorKey, Duration>> longest{{kVibration, 1h}, {kTemperature, 8h}, {kCurrent, 24h}};
    for (const auto &[source, most] : longest) {
        const AlarmKey key{source, "anomalous"};
        QVERIFY(station.street->post(
            {.id = 1, .actor = WindowDriver::defaults().actor, .what = command::Shelve{{key}, most + 1s, false, "too long"}}));
        QVERIFY(station.street->post(
            {.id = 1, .actor = WindowDriver::defaults().actor, .what = command::Shelve{{key}, most, false, "as long"}}));
        QTRY_COMPARE_WITH_TIMEOUT(suppressionOf(station, source), Suppression::ShelvedTimed, StoryStation::kPatienceMs);
        QVERIFY(suppressed(station, source).shelf.reason == "as long");
    }
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Ignored).size(), std::size_t{3}, StoryStation::kPatienceMs);
    qInfo("story 6 (limits): P1 1 h, P2 8 h, P3 24 h, a second more is refused and journaled");
}

void TestStoryShelve::byRuleWhileItHolds()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kCleaning, 1.0);
    QTRY_COMPARE_WITH_TIMEOUT(suppressionOf(station, kTorque), Suppression::ByDesign, StoryStation::kPatienceMs);
    station.publisher.set(kTorque, kWrong);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Raise).size(), std::size_t{1}, StoryStation::kPatienceMs);
    QVERIFY(station.stored(AlarmEventKind::Raise)[0].suppressed);
    QCOMPARE(station.rows(), 0);
    QCOMPARE(station.horn(), QStringLiteral("horn off"));
    QTRY_VERIFY_WITH_TIMEOUT(held(station).contains("Suppressed 1"), StoryStation::kPatienceMs);
    station.press(Qt::Key_S, Qt::ShiftModifier);
    const auto *table = station.find<QTableView>("suppressedTable")->model();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, StoryStation::kPatienceMs);
    QVERIFY(table->index(0, HeldReasonColumn).data().toString().contains("cleaning"));

    station.stop();
    station.start();
    QVERIFY(station.isReady());
    QTRY_COMPARE_WITH_TIMEOUT(suppressionOf(station, kTorque), Suppression::ByDesign, StoryStation::kPatienceMs);
    QCOMPARE(station.rows(), 0);
    station.publisher.set(kCleaning, 0.0);
    QTRY_COMPARE_WITH_TIMEOUT(station.street->latest()->sensors[4].value, 0.0, StoryStation::kPatienceMs);
    QCOMPARE(suppressionOf(station, kTorque), Suppression::ByDesign); // for 10 s more: a rule that flaps makes no alarm flap
    station.clock.sleep(11s);
    QVERIFY(station.isRaised(kTorque));
    QVERIFY(station.soundsAfter({}));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::SuppressOff).size(), std::size_t{1}, StoryStation::kPatienceMs);
    QCOMPARE(station.stored(AlarmEventKind::SuppressOn).size(), std::size_t{1});
    QVERIFY(station.stored(AlarmEventKind::SuppressOn)[0].comment.find("cleaning") != std::string::npos);
    qInfo("story 6 (by rule): 0 keys, not announced while it holds, over a restart; announced 10 s after it ended");
}

void TestStoryShelve::outOfServiceUntilItsReview()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    const OccurrenceId before = station.alarmOf(kVibration).id;
    station.press(Qt::Key_F2);
    station.takeKeys();
    station.press(Qt::Key_O);
    station.press(Qt::Key_2); // three days
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Return);
    const int keys = station.takeKeys();
    QTRY_COMPARE_WITH_TIMEOUT(station.rows(), 0, StoryStation::kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(held(station).contains("OOS 1"), StoryStation::kPatienceMs);
    station.stop();
    station.clock.sleep(73h);
    station.start();
    QVERIFY(station.isReady());
    QCOMPARE(suppressionOf(station, kVibration), Suppression::OutOfService); // a review does not end it by itself
    QVERIFY2(held(station).contains("OOS 1, review 1"), qPrintable(held(station)));
    QCOMPARE(station.rows(), 0);
    QCOMPARE(station.horn(), QStringLiteral("horn off"));
    station.takeKeys();
    station.press(Qt::Key_S, Qt::ShiftModifier);
    station.press(Qt::Key_B);
    const int back = station.takeKeys();
    QVERIFY(station.isRaised(kVibration));
    QVERIFY(station.alarmOf(kVibration).id != before); // its occurrence was closed
    QVERIFY(station.soundsAfter({}));
    qInfo("story 6 (out of service): %d keys; over a restart and its review; %d keys bring it back, announced", keys, back);
}

STORY_MAIN(TestStoryShelve)
#include "tst_story_shelve.moc"
