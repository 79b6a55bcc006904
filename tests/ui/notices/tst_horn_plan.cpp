// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notices/sounding_alarms.h"
#include "ui/notices/horn_plan.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using telltale::test::soundingAlarm;

namespace {

using Alarms = std::vector<Occurrence>;
constexpr SteadyTime kStart{std::chrono::hours{1}};

std::optional<Priority> toneFor(const Alarms &alarms)
{
    return HornPlan().next(alarms, kStart).tone;
}

/// What the core makes of F8.
void silence(Occurrence &alarm)
{
    alarm.audible = Audible::Silenced;
}

} // namespace

class TestHornPlan : public QObject {
    Q_OBJECT
private slots:
    void soundsTheMostUrgentOfWhatSounds();
    void isQuietWhereNothingSounds();
    void othersGoIntoTheToneThatIsOn();
    void everyNewP1StartsItsToneAnew();
    void f8IsQuietAtOnceAndWaitsForNobody();
    void whatIsNewIsHeardThroughAMute();
    void aSilenceOfTheCoreTakesOverAndWakes();
    void aMuteThatNobodyDecidesOnEnds();
    void f8WithNothingOnMutesNothing();
};

void TestHornPlan::soundsTheMostUrgentOfWhatSounds()
{
    QVERIFY(toneFor({soundingAlarm(1, Priority::P3), soundingAlarm(2, Priority::P1), soundingAlarm(3, Priority::P2)}) == Priority::P1);
    Alarms alarms{soundingAlarm(1, Priority::P3), soundingAlarm(2, Priority::P1)};
    silence(alarms[1]);
    QVERIFY(toneFor(alarms) == Priority::P3);
}

void TestHornPlan::isQuietWhereNothingSounds()
{
    QVERIFY(!toneFor({}));
    QVERIFY(!toneFor({soundingAlarm(1, Priority::Diagnostic)}));
    Alarms acked{soundingAlarm(1, Priority::P1)};
    acked[0].audible = Audible::Off;
    QVERIFY(!toneFor(acked));
}

void TestHornPlan::othersGoIntoTheToneThatIsOn()
{
    HornPlan plan;
    Alarms alarms{soundingAlarm(1, Priority::P2)};
    const HornSignal first = plan.next(alarms, kStart);
    for (OccurrenceId id = 2; id <= 1000; ++id) {
        alarms.push_back(soundingAlarm(id, id % 2 == 0 ? Priority::P2 : Priority::P3));
    }
    QCOMPARE(plan.next(alarms, kStart), first);
    alarms.erase(alarms.begin());
    QCOMPARE(plan.next(alarms, kStart), first);
}

void TestHornPlan::everyNewP1StartsItsToneAnew()
{
    HornPlan plan;
    Alarms alarms{soundingAlarm(1, Priority::P1), soundingAlarm(2, Priority::P2)};
    const HornSignal first = plan.next(alarms, kStart);
    QCOMPARE(plan.next(alarms, kStart), first);
    alarms.push_back(soundingAlarm(3, Priority::P1));
    const HornSignal second = plan.next(alarms, kStart);
    QVERIFY(second.tone == Priority::P1 && second.start != first.start);
    alarms.push_back(soundingAlarm(4, Priority::P2));
    QCOMPARE(plan.next(alarms, kStart), second);
    alarms[0].raiseCount = 2; // cleared and raised again between two snapshots
    QVERIFY(plan.next(alarms, kStart).start != second.start);
}

void TestHornPlan::f8IsQuietAtOnceAndWaitsForNobody()
{
    HornPlan plan;
    const Alarms alarms{soundingAlarm(1, Priority::P1), soundingAlarm(2, Priority::P3)};
    plan.next(alarms, kStart);
    QVERIFY(!plan.mute(kStart).tone);
    QVERIFY(!plan.next(alarms, kStart + std::chrono::seconds{1}).tone); // the snapshot does not know of it yet
    QVERIFY(plan.mutedUntil() == kStart + HornPlan::kLongestMute);
}

void TestHornPlan::whatIsNewIsHeardThroughAMute()
{
    HornPlan plan;
    Alarms alarms{soundingAlarm(1, Priority::P1)};
    plan.next(alarms, kStart);
    plan.mute(kStart);
    alarms.push_back(soundingAlarm(2, Priority::P3));
    QVERIFY(plan.next(alarms, kStart).tone == Priority::P3);
    alarms[0].priorityRoseSeq = 17;
    QVERIFY(plan.next(alarms, kStart).tone == Priority::P1);
}

void TestHornPlan::aSilenceOfTheCoreTakesOverAndWakes()
{
    HornPlan plan;
    Alarms alarms{soundingAlarm(1, Priority::P2)};
    plan.next(alarms, kStart);
    plan.mute(kStart);
    silence(alarms[0]);
    QVERIFY(!plan.next(alarms, kStart).tone);
    QVERIFY(!plan.mutedUntil());
    alarms[0].audible = Audible::Sounding; // its time is up; the same raise as before
    QVERIFY(plan.next(alarms, kStart + std::chrono::seconds{5}).tone == Priority::P2);
}

void TestHornPlan::aMuteThatNobodyDecidesOnEnds()
{
    HornPlan plan;
    const Alarms alarms{soundingAlarm(1, Priority::P1)};
    plan.next(alarms, kStart);
    plan.mute(kStart);
    QVERIFY(!plan.next(alarms, kStart + HornPlan::kLongestMute - std::chrono::milliseconds{1}).tone);
    QVERIFY(plan.next(alarms, kStart + HornPlan::kLongestMute).tone == Priority::P1);
    QVERIFY(!plan.mutedUntil());
}

void TestHornPlan::f8WithNothingOnMutesNothing()
{
    HornPlan plan;
    plan.next({}, kStart);
    plan.mute(kStart);
    QVERIFY(!plan.mutedUntil());
    QVERIFY(plan.next({soundingAlarm(1, Priority::P3)}, kStart).tone == Priority::P3);
}

QTEST_APPLESS_MAIN(TestHornPlan)
#include "tst_horn_plan.moc"
