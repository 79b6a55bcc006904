// SPDX-License-Identifier: GPL-3.0-or-later
// A recording that is played again after the program was killed, wherever that was: what the journal has is not raised anew, what it has
// not is, and an alarm that was open is what it was.
#include "tests/support/item_builders.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::pipeline;
using namespace telltale::test;

using Story = std::vector<std::string>;

namespace {

const Actor kOperator{"operator A", "desk 1", "op"};

/// Out from 10 to 19 and from 30 to 39, out again from 50 on.
double recorded(double t)
{
    const bool out = (t >= 10 && t < 20) || (t >= 30 && t < 40) || t >= 50;
    return out ? 9.0 : 0.5;
}

/// Everything a former run wrote, and what it left open.
struct Journal {
    std::vector<AlarmEvent> events;
    alarm::AlarmBook::Start start;
    double lastAlive = 0.0;

    [[nodiscard]] std::vector<AlarmEvent> conditions(const SensorKey &source, UtcTime raised) const
    {
        std::vector<AlarmEvent> found;
        for (const AlarmEvent &event : events) {
            const bool raise = event.kind == AlarmEventKind::Raise && event.sourceTime == raised;
            const bool clear = event.kind == AlarmEventKind::Clear && event.sourceTime >= raised;
            if (event.source == source && (raise || clear))
                found.push_back(event);
        }
        return found;
    }
};

EngineSettings settingsAfter(const Journal &journal)
{
    config::Plant plant = bandPlant({"line-a"});
    plant.assets[0].alarm->offDelay = Duration::zero();
    EngineSettings settings = EngineRun::settings(std::move(plant), journal.start, detect::makeDetector, {}, {});
    settings.past = [&journal](const SensorKey &source, const std::string &, UtcTime raised) { return journal.conditions(source, raised); };
    settings.pastUntil = second(journal.lastAlive);
    return settings;
}

/// A run that an operator sits before: acknowledges or not.
struct Run : EngineRun {
    explicit Run(const Journal &journal) : EngineRun(settingsAfter(journal)) { step({feedHealth(FeedState::Live, ClockKind::Simulated)}); }

    void play(double from, double to, bool acknowledges, double (*value)(double) = recorded)
    {
        for (double t = from; t < to; t += 1.0) {
            now = second(t);
            step({row("line-a", "x", t, value(t))});
            if (acknowledges)
                acknowledge();
        }
    }
    void acknowledge()
    {
        for (const Occurrence &open : engine.book().openAlarms())
            if (open.ack == AckState::Unacked)
                engine.command({.id = ++m_id, .actor = kOperator, .what = command::Acknowledge{{open.id}, open.lastSeq, {}}}, now, output);
    }
    /// As kill -9 leaves it: everything committed is there.
    void leave(Journal &journal) const
    {
        for (const auto &each : output.transitions) {
            journal.events.push_back(each.event);
            journal.start.lastSeq = each.event.seq;
            journal.start.lastOccurrence = std::max(journal.start.lastOccurrence, each.event.occurrence);
        }
        journal.start.open = const_cast<Engine &>(engine).book().openAlarms();
        journal.lastAlive = toSeconds(now - second(0));
    }

private:
    std::uint64_t m_id = 0;
};

/// Raises of the whole journal, as seconds.
std::vector<double> raises(const Journal &journal)
{
    std::vector<double> times;
    for (const AlarmEvent &event : journal.events)
        if (event.kind == AlarmEventKind::Raise)
            times.push_back(toSeconds(event.sourceTime - second(0)));
    return times;
}

} // namespace

class TestEngineRepeats : public QObject {
    Q_OBJECT
private slots:
    void whereverItWasKilledTheAlarmsAreTheSame_data();
    void whereverItWasKilledTheAlarmsAreTheSame();
    void anotherRecordingIsNews();
    void aConditionThatOutlivesTheJournalIsRaised();
    void whatWasClosedWithoutAReadingIsRaised();
    void anAlarmFromAFutureThatIsNoneCanEnd();
    void whatIsHeldBackIsInTheAuditTrail();
    void anOrdinaryRestartAsksNothing();
};

void TestEngineRepeats::whereverItWasKilledTheAlarmsAreTheSame_data()
{
    QTest::addColumn<double>("killedAt");
    QTest::addColumn<bool>("acknowledged");
    for (const double killed : {5.0, 11.0, 15.0, 20.0, 25.0, 31.0, 45.0, 51.0, 55.0})
        for (const bool acknowledged : {false, true})
            QTest::addRow("%.0f s, %s", killed, acknowledged ? "acknowledged" : "not") << killed << acknowledged;
}

void TestEngineRepeats::whereverItWasKilledTheAlarmsAreTheSame()
{
    QFETCH(double, killedAt);
    QFETCH(bool, acknowledged);
    Journal journal;
    for (const double end : {killedAt, killedAt, 60.0}) { // killed twice
        Run run(journal);
        run.play(0, end, acknowledged);
        run.leave(journal);
    }
    QCOMPARE(raises(journal), (std::vector<double>{10, 30, 50}));
    QCOMPARE(journal.start.open.size(), std::size_t{1});
    const Occurrence &open = journal.start.open.front();
    QCOMPARE(open.state, acknowledged ? AlarmState::C : AlarmState::B);
    QCOMPARE(journal.start.lastOccurrence, acknowledged ? OccurrenceId{3} : OccurrenceId{1});
    QCOMPARE(open.raised, second(50));
}

/// The same beginning with another score, and the same score at another time.
void TestEngineRepeats::anotherRecordingIsNews()
{
    Journal journal;
    for (double (*value)(double) :
         {+recorded, +[](double t) { return recorded(t) > 1 ? 8.5 : 0.5; }, +[](double t) { return recorded(t + 1); }}) {
        Run run(journal);
        run.play(0, 25, true, value);
        run.leave(journal);
    }
    QCOMPARE(raises(journal), (std::vector<double>{10, 10, 9}));
}

void TestEngineRepeats::aConditionThatOutlivesTheJournalIsRaised()
{
    Journal journal;
    Run first(journal);
    first.play(0, 25, true);
    first.leave(journal);
    Run second_(journal);
    second_.play(0, 25, true, [](double t) { return t >= 10 ? 9.0 : 0.5; });
    QCOMPARE(second_.story(), (Story{"RAISE line-a x", "ACK line-a x"}));
    QCOMPARE(second_.output.transitions.front().event.sourceTime, second(21));
    QCOMPARE(second_.output.transitions.front().occurrence.firstViolation, second(10));
}

/// Its feed was removed while it was active: nothing says when the condition ended.
void TestEngineRepeats::whatWasClosedWithoutAReadingIsRaised()
{
    Journal journal;
    Run first(journal);
    first.play(0, 25, true);
    first.leave(journal);
    for (AlarmEvent &event : journal.events)
        if (event.kind == AlarmEventKind::Clear)
            event.sourceTime = kNoTime;
    Run again(journal);
    again.play(0, 15, false);
    QCOMPARE(again.story(), (Story{"RAISE line-a x"}));
}

/// Its publisher's clock was an hour ahead when it was raised, and has been put right since.
void TestEngineRepeats::anAlarmFromAFutureThatIsNoneCanEnd()
{
    Journal journal;
    Run first(journal);
    first.play(0, 55, true);
    first.leave(journal);
    journal.start.open.front().raisedReceived -= std::chrono::hours{1};
    Run again(journal);
    again.play(0, 5, true);
    QCOMPARE(again.output.transitions.back().event.kind, AlarmEventKind::Clear);
    QVERIFY(again.engine.book().openAlarms().empty());
}

void TestEngineRepeats::whatIsHeldBackIsInTheAuditTrail()
{
    Journal journal;
    Run first(journal);
    first.play(0, 45, true);
    first.leave(journal);
    Run again(journal);
    again.play(0, 45, true);
    QCOMPARE(again.output.transitions.size(), std::size_t{0});
    QCOMPARE(again.output.audits.size(), std::size_t{2});
    QCOMPARE(again.output.audits[0].what, std::string("replay"));
    QVERIFY(again.output.audits[0].detail.starts_with(SensorKey{"line-a", "x"}.text() + ": "));
}

/// A live feed that goes on after a restart costs no look into the journal.
void TestEngineRepeats::anOrdinaryRestartAsksNothing()
{
    Journal journal;
    journal.lastAlive = 100;
    int asked = 0;
    EngineSettings settings = settingsAfter(journal);
    settings.past = [&](const SensorKey &, const std::string &, UtcTime) { return ++asked, std::vector<AlarmEvent>(); };
    EngineRun run(std::move(settings));
    run.step({feedHealth(FeedState::Live)});
    run.step({row("line-a", "x", 101, 9.0)});
    QCOMPARE(run.story(), (Story{"RAISE line-a x"}));
    QCOMPARE(asked, 0);
}

QTEST_APPLESS_MAIN(TestEngineRepeats)
#include "tst_engine_repeats.moc"
