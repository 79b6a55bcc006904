// SPDX-License-Identifier: GPL-3.0-or-later
// Story 2: as an operator I acknowledge what I saw, with two keys from anywhere, and can take it back.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/models/alarm_columns.h"

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

config::Plant escalating()
{
    config::Plant plant = storyPlant();
    plant.assets[0].sensors[1].alarm->escalate = {Priority::P1, 3.0, Duration{0}}; // the temperature, at three times its limit
    return plant;
}

} // namespace

class TestStoryAcknowledge : public QObject {
    Q_OBJECT
private slots:
    void fromAnywhere_data();
    void fromAnywhere();
    void undoneWithinTenSeconds();
    void notAnotherOnesNorLater();
    void whatGotWorseSinceItWasPaintedRefuses();
};

void TestStoryAcknowledge::fromAnywhere_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    const int ctrl = Qt::ControlModifier;
    QTest::newRow("list") << int(Qt::Key_1) << ctrl;
    QTest::newRow("tiles") << int(Qt::Key_2) << ctrl;
    QTest::newRow("journal") << int(Qt::Key_3) << ctrl;
    QTest::newRow("feeds") << int(Qt::Key_4) << ctrl;
    QTest::newRow("detectors") << int(Qt::Key_5) << ctrl;
    QTest::newRow("figures") << int(Qt::Key_6) << ctrl;
    QTest::newRow("incidents") << int(Qt::Key_7) << ctrl;
    QTest::newRow("typing in the filter") << int(Qt::Key_F) << ctrl;
    QTest::newRow("typing in the tree") << int(Qt::Key_Slash) << 0;
    QTest::newRow("writing a handover") << int(Qt::Key_H) << int(Qt::ControlModifier | Qt::ShiftModifier);
}

void TestStoryAcknowledge::fromAnywhere()
{
    QFETCH(const int, key);
    QFETCH(const int, modifiers);
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    const Occurrence before = station.alarmOf(kVibration);
    station.takeKeys();
    station.press(Qt::Key_F2);
    QCOMPARE(station.idAt(station.list()->currentIndex().row()), before.id);
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.press(Qt::Key_Space);
    const int keys = station.takeKeys();
    QCOMPARE(keys, 2);
    // Shown as acknowledged only once that is in the journal. qWaitFor looks every 10 ms, QTRY_COMPARE every 50.
    QVERIFY(QTest::qWaitFor([&] { return station.stateOf(kVibration) == QStringLiteral("ACK"); }, StoryStation::kPatienceMs));
    const double ms = since(pressed);
    const auto stored = station.stored(AlarmEventKind::Ack);
    QCOMPARE(stored.size(), std::size_t{1});
    QCOMPARE(stored[0].occurrence, before.id);
    QCOMPARE(stored[0].actor, WindowDriver::defaults().actor);
    QCOMPARE(stored[0].from, AlarmState::B);
    QCOMPARE(stored[0].to, AlarmState::C);
    QVERIFY(stored[0].at >= before.raisedReceived && stored[0].at <= station.clock.utcNow());
    QCOMPARE(station.counts(), QStringLiteral("unacked 0"));
    QVERIFY(station.quietAfter(pressed));
    qInfo("story 2 (%s): %d keys, Space to shown as stored %.0f ms", QTest::currentDataTag(), keys, ms);
}

void TestStoryAcknowledge::undoneWithinTenSeconds()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kVibration), QStringLiteral("ACK"), StoryStation::kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(station.find<QWidget>("undoLine")->isVisible(), StoryStation::kPatienceMs);
    station.takeKeys();
    station.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kVibration), QStringLiteral("● NEW"), StoryStation::kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::AckUndo).size(), std::size_t{1}, StoryStation::kPatienceMs);
    QCOMPARE(station.stored(AlarmEventKind::Ack).size(), std::size_t{1}); // both are facts
    QCOMPARE(station.counts(), QStringLiteral("unacked 1 · worst P1"));
    qInfo("story 2 (undo): %d key, both in the journal", station.takeKeys());
}

void TestStoryAcknowledge::notAnotherOnesNorLater()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kVibration), QStringLiteral("ACK"), StoryStation::kPatienceMs);
    station.clock.sleep(11s);
    QTRY_VERIFY_WITH_TIMEOUT(!station.find<QWidget>("undoLine")->isVisible(), StoryStation::kPatienceMs);
    station.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(station.note().contains("Nothing to take back"), qPrintable(station.note()));
    // Nor does the engine believe whoever asks all the same.
    const OccurrenceId id = station.alarmOf(kVibration).id;
    QVERIFY(station.street->post({.id = 900, .actor = {"operator B", "desk 1", "opb"}, .what = command::UndoAcknowledge{{id}}}));
    QTRY_VERIFY_WITH_TIMEOUT(!station.stored(AlarmEventKind::Ignored).empty(), StoryStation::kPatienceMs);
    QVERIFY(station.stored(AlarmEventKind::AckUndo).empty());
    QCOMPARE(station.alarmOf(kVibration).state, AlarmState::C);
}

void TestStoryAcknowledge::whatGotWorseSinceItWasPaintedRefuses()
{
    StoryStation station(escalating());
    QVERIFY(station.isReady());
    station.publisher.set(kTemperature, 6.0);
    QVERIFY(station.isRaised(kTemperature));
    station.press(Qt::Key_F2);
    QCOMPARE(station.cell(0, PriorityColumn), QStringLiteral("P2"));
    // The window stands still, as it does between two pictures, while the plant goes on.
    station.publisher.set(kTemperature, 60.0);
    QVERIFY(eventually([&] { return station.alarmOf(kTemperature).priority == Priority::P1; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(station.problem().contains("changed since you looked"), StoryStation::kPatienceMs);
    QCOMPARE(station.alarmOf(kTemperature).state, AlarmState::B);
    QVERIFY(station.stored(AlarmEventKind::Ack).empty());
    QTRY_COMPARE_WITH_TIMEOUT(station.cell(0, PriorityColumn), QStringLiteral("P1"), StoryStation::kPatienceMs);
    station.takeKeys();
    station.press(Qt::Key_Space); // now seen
    QTRY_COMPARE_WITH_TIMEOUT(station.stateOf(kTemperature), QStringLiteral("ACK"), StoryStation::kPatienceMs);
    qInfo("story 2 (escalated since): refused with its reason, then %d key", station.takeKeys());
}

STORY_MAIN(TestStoryAcknowledge)
#include "tst_story_acknowledge.moc"
