// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notices/fake_output.h"
#include "ui/notices/horn_player.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using telltale::test::FakeOutput;
using Kind = SoundState::Kind;

namespace {

struct Station {
    std::shared_ptr<FakeOutput::Heard> heard = std::make_shared<FakeOutput::Heard>();
    HornPlayer player{std::make_unique<FakeOutput>(heard)};

    [[nodiscard]] bool soundedSince(SteadyTime when) const
    {
        const std::lock_guard guard(heard->lock);
        return heard->lastSound > when;
    }
    [[nodiscard]] bool quietSince(SteadyTime when) const
    {
        const std::lock_guard guard(heard->lock);
        return heard->lastSound < when && heard->lastQuiet > when + std::chrono::milliseconds{200};
    }
    [[nodiscard]] SteadyTime firstSound() const
    {
        const std::lock_guard guard(heard->lock);
        return heard->firstSound;
    }
    [[nodiscard]] SteadyTime lastSound() const
    {
        const std::lock_guard guard(heard->lock);
        return heard->lastSound;
    }
};

/// Takes for ever to be started, and to end: what a sound system does when it hangs, seen from a station with a thread for it.
class HangingOutput final : public SoundOutput {
public:
    void start(Pull, Report) override {}
};

} // namespace

class TestHornPlayer : public QObject {
    Q_OBJECT
private slots:
    void withoutAnOutputItSaysSwitchedOff();
    void startsAndStops();
    void saysWhatTheOutputSays();
    void aDeviceThatTakesNothingIsNoSound();
    void anOutputThatNeverAnswersIsNoSound();
    void everyReasonHasItsWords();
};

void TestHornPlayer::withoutAnOutputItSaysSwitchedOff()
{
    HornPlayer player(nullptr);
    QCOMPARE(player.state().kind, Kind::SwitchedOff);
    player.play({Priority::P1, 1});
    QVERIFY(!player.state().heard());
}

void TestHornPlayer::startsAndStops()
{
    Station station;
    const SteadyTime begin = std::chrono::steady_clock::now();
    QTRY_VERIFY(station.quietSince(begin));
    HornPlan plan;
    const SteadyTime raised = std::chrono::steady_clock::now();
    Occurrence alarm;
    alarm.id = 1;
    alarm.priority = Priority::P1;
    alarm.audible = Audible::Sounding;
    station.player.play(plan.next({alarm}, raised));
    SteadyTime first;
    QTRY_VERIFY_WITH_TIMEOUT((first = station.firstSound()) > raised, 5000);
    const SteadyTime pressed = std::chrono::steady_clock::now();
    station.player.play(plan.mute(pressed));
    QTRY_VERIFY(station.quietSince(pressed + std::chrono::milliseconds{50}));
    qInfo("snapshot with an alarm to the first sample with sound: %.1f ms; F8 to the last one: %.1f ms (a device that asks every 10 ms)",
          toSeconds(first - raised) * 1e3, std::max(0.0, toSeconds(station.lastSound() - pressed) * 1e3));
}

void TestHornPlayer::saysWhatTheOutputSays()
{
    Station station;
    QCOMPARE(station.player.state().kind, Kind::Connecting);
    QSignalSpy changes(&station.player, &HornPlayer::stateChanged);
    for (const SoundState &state : {SoundState{Kind::Ready, "Built-in"}, SoundState{Kind::NoDevice, {}},
                                    SoundState{Kind::DeviceMuted, "Built-in"}, SoundState{Kind::Ready, "USB"}}) {
        station.heard->report(state);
        QTRY_VERIFY(station.player.state() == state);
    }
    QCOMPARE(changes.size(), 4);
}

void TestHornPlayer::aDeviceThatTakesNothingIsNoSound()
{
    Station station;
    station.heard->report({Kind::Ready, "Built-in"});
    QTRY_VERIFY(station.player.state().heard());
    station.heard->takes = false;
    QTRY_COMPARE(station.player.state().kind, Kind::NotTaking);
    QCOMPARE(station.player.state().device, std::string("Built-in"));
    station.heard->takes = true;
    QTRY_VERIFY(station.player.state().heard());
}

void TestHornPlayer::anOutputThatNeverAnswersIsNoSound()
{
    HornPlayer player(std::make_unique<HangingOutput>());
    player.play({Priority::P1, 1});
    QTest::qWait(2 * HornPlayer::kLookMs);
    QVERIFY(!player.state().heard());
    QVERIFY(noSoundForms(player.state()).first().contains("has not answered"));
}

void TestHornPlayer::everyReasonHasItsWords()
{
    QVERIFY(noSoundForms({Kind::Ready, "x"}).isEmpty());
    QStringList all;
    for (int kind = int(Kind::Connecting); kind <= int(Kind::SwitchedOff); ++kind) {
        const QStringList forms = noSoundForms({Kind(kind), "USB %1"});
        QVERIFY2(forms.first().startsWith("NO SOUND: ") && forms.first().endsWith(": USB %1"), qPrintable(forms.first()));
        QCOMPARE(forms.last(), QStringLiteral("NO SOUND"));
        all << forms.first();
    }
    QCOMPARE(all.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestHornPlayer)
#include "tst_horn_player.moc"
