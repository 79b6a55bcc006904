// SPDX-License-Identifier: GPL-3.0-or-later
// Story 3: as an operator I silence the horn without hiding anything.
#include "tests/stories/story_plant.h"
#include "tests/stories/story_station.h"
#include "ui/widgets/fitting_label.h"

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;
using Kind = SoundState::Kind;

class TestStorySilence : public QObject {
    Q_OBJECT
private slots:
    void oneKeyStopsTheSoundAndAcknowledgesNothing();
    void theNextAlarmSoundsWhateverItsPriority();
    void silenceEndsByItself();
    void nobodyHearsIt();
};

void TestStorySilence::oneKeyStopsTheSoundAndAcknowledgesNothing()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    QVERIFY(station.soundsAfter({}));
    station.press(Qt::Key_F, Qt::ControlModifier); // also out of a text field
    station.takeKeys();
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.press(Qt::Key_F8);
    const int keys = station.takeKeys();
    QCOMPARE(keys, 1);
    QVERIFY2(station.horn().startsWith("silenced until "), qPrintable(station.horn()));
    QVERIFY(station.quietAfter(pressed));
    QCOMPARE(station.counts(), QStringLiteral("unacked 1 · worst P1"));
    QTRY_COMPARE_WITH_TIMEOUT(station.stored(AlarmEventKind::Silence).size(), std::size_t{1}, StoryStation::kPatienceMs);
    QVERIFY(station.stored(AlarmEventKind::Ack).empty());
    QCOMPARE(station.alarmOf(kVibration).state, AlarmState::B);
    const std::lock_guard guard(station.heard->lock);
    qInfo("story 3: %d key, F8 to the last sample with sound %.0f ms", keys, std::max(0.0, since(pressed, station.heard->lastSound)));
}

void TestStorySilence::theNextAlarmSoundsWhateverItsPriority()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F8);
    QVERIFY(station.quietAfter(std::chrono::steady_clock::now()));
    const SteadyTime sent = std::chrono::steady_clock::now();
    station.publisher.set(kCurrent, kWrong);
    QVERIFY(station.isRaised(kCurrent));
    QVERIFY(station.soundsAfter(sent));
    QVERIFY(station.horn().startsWith("HORN ON"));
    qInfo("story 3 (a P3 through a silence): sounds");
}

void TestStorySilence::silenceEndsByItself()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    station.press(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(station.alarmOf(kVibration).audible, Audible::Silenced, StoryStation::kPatienceMs);
    const Duration length = station.alarmOf(kVibration).silencedUntil - station.clock.utcNow();
    QVERIFY(length <= 120s);
    QVERIFY(station.quietAfter(std::chrono::steady_clock::now()));
    const SteadyTime later = std::chrono::steady_clock::now();
    station.clock.sleep(121s);
    QVERIFY(station.soundsAfter(later));
    QTRY_VERIFY_WITH_TIMEOUT(station.horn().startsWith("HORN ON"), StoryStation::kPatienceMs);
    qInfo("story 3 (end of a silence): sounds again after at most 120 s while a P1 is not acknowledged");
}

void TestStorySilence::nobodyHearsIt()
{
    StoryStation station(storyPlant());
    QVERIFY(station.isReady());
    station.heard->report({Kind::Ready, "Built-in"});
    const auto *sign = station.find<FittingLabel>("noSound");
    QTRY_VERIFY(sign->isHidden());
    station.publisher.set(kVibration, kWrong);
    QVERIFY(station.isRaised(kVibration));
    WatchedApplication::self().watch();
    const SteadyTime hung = std::chrono::steady_clock::now();
    station.heard->takes = false; // the device takes no sound, and says nothing
    QTRY_VERIFY_WITH_TIMEOUT(sign->isVisible(), StoryStation::kPatienceMs);
    const double said = since(hung);
    QVERIFY2(sign->text().startsWith("NO SOUND"), qPrintable(sign->text()));
    station.press(Qt::Key_F2);
    station.press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(station.counts(), QStringLiteral("unacked 0"), StoryStation::kPatienceMs);
    qInfo("story 3 (hanging device): NO SOUND after %.0f ms, longest event meanwhile %.0f ms", said,
          WatchedApplication::self().longestMs());
    station.heard->takes = true;
    QTRY_VERIFY_WITH_TIMEOUT(sign->isHidden(), StoryStation::kPatienceMs);
}

STORY_MAIN(TestStorySilence)
#include "tst_story_silence.moc"
