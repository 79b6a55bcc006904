// SPDX-License-Identifier: GPL-3.0-or-later
// Shelves, rules and out of service: all short sequences against a second, much smaller model, then single promises.
#include "tests/core/alarm/alarm_desk.h"
#include "tests/core/alarm/alarm_story.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;
using Kind = AlarmEventKind;

namespace {

/// Independent facts instead of states and a table: what is wrong, who knows, and who asked to be left alone.
struct PlainAlarm {
    bool latching = false;
    bool active = false;
    bool open = false;
    bool unacked = false;
    bool latched = false;
    int shelf = 0; ///< 1 timed, 2 one-shot
    bool rule = false;
    bool oos = false;

    [[nodiscard]] char state() const
    {
        if (oos || rule || shelf != 0)
            return oos ? 'G' : rule ? 'F' : 'E';
        if (active)
            return unacked ? 'B' : 'C';
        if (latched)
            return unacked ? '1' : '2';
        return unacked ? 'D' : 'A';
    }
    [[nodiscard]] bool hidden() const { return oos || rule || shelf != 0; }

    void close()
    {
        open = unacked = latched = false;
        shelf = 0;
    }
    void comeBack()
    {
        shelf = 0;
        unacked = active || latched;
        if (!unacked)
            close();
    }

    bool raise()
    {
        if (active)
            return false;
        active = true;
        if (oos)
            return true;
        if (!open)
            latched = false;
        unacked = unacked || !open || !hidden();
        open = true;
        return true;
    }
    bool clear()
    {
        if (!active)
            return false;
        active = false;
        if (state() == 'E' && shelf == 2) {
            close();
            return true;
        }
        latched = latched || (latching && open);
        if (!hidden() && !latched && !unacked)
            close();
        return true;
    }
    bool acknowledge()
    {
        if (hidden() || !unacked)
            return false;
        unacked = false;
        if (!active && !latched)
            close();
        return true;
    }
    bool shelve(int kind)
    {
        if (hidden())
            return false;
        shelf = kind;
        return true;
    }
    bool unshelve()
    {
        if (state() != 'E')
            return false;
        comeBack();
        return true;
    }
    bool toggleRule()
    {
        if (oos)
            return false;
        rule = !rule;
        if (!rule && shelf == 0)
            comeBack();
        return true;
    }
    bool toggleService()
    {
        oos = !oos;
        rule = false;
        close();
        open = unacked = !oos && active;
        return true;
    }
};

enum class Act { Raise, Clear, Ack, ShelveTimed, ShelveOneShot, Unshelve, Rule, Service };
constexpr std::array kActs{Act::Raise, Act::Clear, Act::Ack, Act::ShelveTimed, Act::ShelveOneShot, Act::Unshelve, Act::Rule, Act::Service};
constexpr std::array<const char *, 8> kNames{"raise", "clear", "ack", "shelve", "one-shot", "unshelve", "rule", "service"};

bool doesPlain(PlainAlarm &plain, Act act)
{
    switch (act) {
    case Act::Raise: return plain.raise();
    case Act::Clear: return plain.clear();
    case Act::Ack: return plain.acknowledge();
    case Act::ShelveTimed: return plain.shelve(1);
    case Act::ShelveOneShot: return plain.shelve(2);
    case Act::Unshelve: return plain.unshelve();
    case Act::Rule: return plain.toggleRule();
    case Act::Service: return plain.toggleService();
    }
    return false;
}

Stimulus stimulusOf(Act act, const PlainAlarm &plain, const Hand &hand)
{
    constexpr std::array kinds{Kind::Raise, Kind::Clear, Kind::Ack, Kind::Shelve, Kind::Shelve, Kind::Unshelve};
    Stimulus event;
    if (act == Act::Rule)
        event.kind = plain.rule ? Kind::SuppressOff : Kind::SuppressOn;
    else if (act == Act::Service)
        event.kind = plain.oos ? Kind::OosOff : Kind::OosOn;
    else
        event.kind = kinds[std::size_t(act)];
    event.comment = "because";
    event.until = hand.now + 30min;
    event.oneShot = act == Act::ShelveOneShot;
    event.seenSeq = hand.seq;
    event.actor.operatorName = "op";
    return event;
}

char letter(AlarmState state)
{
    return state == AlarmState::L1 ? '1' : state == AlarmState::L2 ? '2' : toText(state).front();
}

QString differences(const Regions &r, const PlainAlarm &plain)
{
    QString found;
    const auto check = [&found](bool same, const char *what) { found += same ? "" : QString(" %1").arg(what); };
    const bool active = r.condition == Condition::Active;
    check(letter(stateOf(r)) == plain.state(), "state");
    check(active == plain.active, "active");
    check(r.open == plain.open, "open");
    check((r.latch == LatchState::Latched) == plain.latched, "latched");
    check(r.shelf
              == (plain.shelf == 0   ? Suppression::None
                  : plain.shelf == 1 ? Suppression::ShelvedTimed
                                     : Suppression::ShelvedOneShot),
          "shelf");
    check(r.byDesign == plain.rule && r.outOfService == plain.oos, "suppression");
    const bool sounds = plain.state() == 'B' || plain.state() == '1';
    check(r.audible == (sounds ? Audible::Sounding : Audible::Off), "sound");
    check(!plain.open || plain.hidden() || (r.ack == AckState::Unacked) == plain.unacked, "acknowledgement");
    return found;
}

struct Search {
    QString failure;
    std::uint64_t steps = 0;

    void visit(const Hand &hand, const PlainAlarm &plain, int left, const QString &path)
    {
        for (std::size_t i = 0; i < kActs.size() && failure.isEmpty(); ++i) {
            Hand next = hand;
            PlainAlarm plainNext = plain;
            next.now += 1s;
            const Outcome outcome = next.does(stimulusOf(kActs[i], plain, next));
            const bool came = doesPlain(plainNext, kActs[i]);
            ++steps;
            const QString wrong = differences(next.regions, plainNext) + (came == outcome.has(kRefuse) ? " taken" : "");
            if (!wrong.isEmpty())
                failure = path + ' ' + kNames[i] + ':' + wrong;
            if (left > 1)
                visit(next, plainNext, left - 1, path + ' ' + kNames[i]);
        }
    }
};

Stimulus shelving(const Desk &desk, Duration length, bool oneShot = false)
{
    Stimulus event = desk.stimulus(Kind::Shelve);
    event.until = desk.now + length;
    event.oneShot = oneShot;
    event.comment = "sensor is being cleaned";
    return event;
}

} // namespace

class TestAlarmSuppression : public QObject {
    Q_OBJECT

private slots:
    void allShortSequencesAgreeWithAPlainModel_data()
    {
        QTest::addColumn<bool>("latching");
        QTest::newRow("not latching") << false;
        QTest::newRow("latching") << true;
    }

    void allShortSequencesAgreeWithAPlainModel()
    {
        QFETCH(bool, latching);
        Hand hand;
        hand.definition.latching = latching;
        Search search;
        search.visit(hand, PlainAlarm{latching}, 7, {});
        QVERIFY2(search.failure.isEmpty(), qPrintable(search.failure));
        QCOMPARE(search.steps, 2'396'744U); // 8 + 8^2 + … + 8^7
    }

    void aShelfIsListedUntilItEndsAndThenSounds()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        const Recorded shelved = desk.does("s1", shelving(desk, 30min));
        QVERIFY(shelved.suppression);
        QCOMPARE(shelved.suppression->suppression, Suppression::ShelvedTimed);
        QCOMPARE(shelved.suppression->shelf.until, desk.now + 30min);
        QCOMPARE(shelved.suppression->shelf.reason, std::string("sensor is being cleaned"));
        QCOMPARE(shelved.suppression->shelf.by.operatorName, std::string("op"));
        QCOMPARE(shelved.occurrence.shelfUntil, desk.now + 30min);
        QCOMPARE(desk.book.suppressed().size(), std::size_t(1));
        QCOMPARE(desk.book.openAlarms().front().audible, Audible::Off);

        QVERIFY(desk.book.tick(desk.now + 30min - 1ms).empty());
        const std::vector<Recorded> ended = desk.book.tick(desk.now + 30min);
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended[0].event.kind, Kind::ShelfExpired);
        QCOMPARE(ended[0].occurrence.state, AlarmState::B);
        QCOMPARE(ended[0].occurrence.audible, Audible::Sounding);
        QCOMPARE(ended[0].suppression->suppression, Suppression::None);
        QVERIFY(desk.book.suppressed().empty());
    }

    void preShelvesAnAlarmThatIsNotThere()
    {
        Desk desk;
        desk.defines("s1");
        const Recorded shelved = desk.does("s1", shelving(desk, 30min));
        QCOMPARE(shelved.event.to, AlarmState::E);
        QCOMPARE(shelved.occurrence.id, OccurrenceId(0));
        const Recorded raised = desk.does("s1", Kind::Raise);
        QVERIFY(raised.event.suppressed);
        QVERIFY(raised.occurrence.bornSuppressed);
        QCOMPARE(raised.suppression->raises, 1U);
        QCOMPARE(raised.suppression->occurrence, raised.occurrence.id);
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 0U);
    }

    void oneShotEndsWithTheNextClear()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        QVERIFY(desk.does("s1", shelving(desk, 1h, true)).suppression->shelf.oneShot);
        const Recorded cleared = desk.does("s1", Kind::Clear);
        QCOMPARE(cleared.occurrence.closeReason, std::string("shelved"));
        QCOMPARE(cleared.suppression->suppression, Suppression::None);
        QVERIFY(desk.book.suppressed().empty());
    }

    void refusesAShelfThatIsTooLongOrNotAllowed()
    {
        Desk desk;
        AlarmDefinition urgent = desk.defines("p1", Priority::P1);
        QCOMPARE(desk.does("p1", shelving(desk, 61min)).event.kind, Kind::Ignored);
        QCOMPARE(desk.does("p1", shelving(desk, 60min)).event.kind, Kind::Shelve);
        AlarmDefinition never = Desk::plain("never");
        never.shelveAllowed = false;
        desk.book.define(never);
        const Recorded refused = desk.does("never", shelving(desk, 1min));
        QCOMPARE(refused.event.comment,
                 std::string("SHELVE ignored: this alarm must not be shelved; said with it: sensor is being cleaned"));
        AlarmDefinition longer = Desk::plain("longer", Priority::P1);
        longer.shelveMax = 3h;
        desk.book.define(longer);
        QCOMPARE(desk.does("longer", shelving(desk, 3h)).event.kind, Kind::Shelve);
    }

    void everythingComesBackAfterARestartWithTheSameEnd()
    {
        Desk desk;
        for (const char *sensor : {"open", "pre", "rule", "oos"})
            desk.defines(sensor);
        AlarmBook::Start start;
        const auto keep = [&start](const Recorded &recorded) {
            start.lastSeq = recorded.event.seq;
            start.lastOccurrence = std::max(start.lastOccurrence, recorded.occurrence.id);
            if (recorded.occurrence.id != 0) {
                std::erase_if(start.open, [&](const Occurrence &row) { return row.id == recorded.occurrence.id; });
                if (recorded.occurrence.open())
                    start.open.push_back(recorded.occurrence);
            }
            if (!recorded.suppression)
                return;
            std::erase_if(start.suppressed, [&](const SuppressedAlarm &held) { return held.source == recorded.suppression->source; });
            if (recorded.suppression->suppression != Suppression::None)
                start.suppressed.push_back(*recorded.suppression);
        };
        keep(desk.does("open", Kind::Raise));
        keep(desk.does("open", shelving(desk, 20min)));
        keep(desk.does("pre", shelving(desk, 20min)));
        keep(desk.does("rule", Kind::SuppressOn));
        Stimulus out = desk.stimulus(Kind::OosOn);
        out.comment = "being replaced";
        out.until = desk.now + 240h;
        keep(desk.does("oos", out));

        Desk again(start);
        again.now = desk.now + 10min;
        const std::vector<SuppressedAlarm> held = again.book.suppressed();
        QCOMPARE(held.size(), std::size_t(4));
        QCOMPARE(held[0].source.sensor, std::string("oos"));
        QCOMPARE(held[0].outOfService.until, desk.now + 240h);
        QCOMPARE(held[1].source.sensor, std::string("open"));
        QCOMPARE(held[1].occurrence, OccurrenceId(1));
        QCOMPARE(held[2].shelf.until, desk.now + 20min);
        QCOMPARE(held[3].suppression, Suppression::ByDesign);
        QVERIFY(again.book.tick(desk.now + 20min - 1s).empty());
        const std::vector<Recorded> ended = again.book.tick(desk.now + 20min);
        QCOMPARE(ended.size(), std::size_t(2));
        QCOMPARE(again.book.suppressed().size(), std::size_t(2));
        QCOMPARE(again.book.openAlarms().front().state, AlarmState::B);
    }

    void aShelfThatEndedWhileNobodyWatchedEndsAtOnce()
    {
        SuppressedAlarm held;
        held.source = Desk::plain("s1").source;
        held.what = "anomalous";
        held.suppression = Suppression::ShelvedTimed;
        held.shelf = {fromNanos(1), fromNanos(2), {"op", "", ""}, "because", false};
        AlarmBook::Start start;
        start.suppressed.push_back(held);
        Desk desk(start);
        const std::vector<Recorded> ended = desk.book.tick(desk.now);
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended[0].event.kind, Kind::ShelfExpired);
        QCOMPARE(ended[0].event.source, held.source);
    }

    void escalatesWhatNobodyAcknowledges()
    {
        Desk desk;
        AlarmDefinition definition = Desk::plain("s1", Priority::P2);
        definition.escalate.unacknowledged = 10min;
        desk.book.define(definition);
        desk.does("s1", Kind::Raise);
        QVERIFY(desk.book.tick(desk.now + 10min - 1s).empty());
        const std::vector<Recorded> said = desk.book.tick(desk.now + 10min);
        QCOMPARE(said.size(), std::size_t(1));
        QCOMPARE(said[0].event.kind, Kind::Escalate);
        QCOMPARE(said[0].occurrence.priority, Priority::P1);
        QVERIFY(desk.book.tick(desk.now + 20min).empty());
        // Who looked before it became more urgent has not seen this alarm.
        Stimulus late = desk.stimulus(Kind::Ack);
        late.seenSeq = said[0].event.seq - 1;
        QCOMPARE(desk.does("s1", late).event.kind, Kind::Ignored);
        QCOMPARE(desk.does("s1", Kind::Ack).occurrence.state, AlarmState::C);
    }

    void doesNotEscalateWhatIsAcknowledgedShelvedOrUnknown()
    {
        Desk desk;
        for (const char *sensor : {"acked", "shelved", "bad"}) {
            AlarmDefinition definition = Desk::plain(sensor, Priority::P2);
            definition.escalate.unacknowledged = 10min;
            desk.book.define(definition);
            desk.does(sensor, Kind::Raise);
        }
        desk.does("acked", Kind::Ack);
        desk.does("shelved", shelving(desk, 1h));
        desk.does("bad", Kind::QualityBad);
        QVERIFY(desk.book.tick(desk.now + 11min).empty());
    }

    void takesRemarksOnWhatIsClosed()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        desk.does("s1", Kind::Ack);
        QVERIFY(!desk.does("s1", Kind::Clear).occurrence.open());
        Stimulus verdict = desk.stimulus(Kind::Verdict);
        verdict.verdict = Judgement::False;
        verdict.comment = "a fly on the lens";
        verdict.alarm = {Desk::plain("s1").source, "anomalous"};
        const Recorded said =
            desk.does(1, Kind::Verdict).event.kind == Kind::Verdict ? Desk::only(desk.book.apply(1, verdict)) : Recorded{};
        QCOMPARE(said.event.kind, Kind::Verdict);
        QCOMPARE(said.event.occurrence, OccurrenceId(1));
        QCOMPARE(said.event.verdict, Judgement::False);
        QCOMPARE(said.event.source.sensor, std::string("s1"));
        QCOMPARE(said.occurrence.id, OccurrenceId(0));
        QCOMPARE(desk.does(7, Kind::Verdict).event.kind, Kind::Ignored);
        QCOMPARE(desk.does(1, Kind::Reset).event.kind, Kind::Ignored);
    }

    void verdictAndOwnerAreInTheRow()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        Stimulus verdict = desk.stimulus(Kind::Verdict);
        verdict.verdict = Judgement::True;
        QCOMPARE(desk.does("s1", verdict).occurrence.verdict, Judgement::True);
        Stimulus assign = desk.stimulus(Kind::Assign);
        assign.comment = "operator B";
        const Occurrence row = desk.does("s1", assign).occurrence;
        QCOMPARE(row.owner, std::string("operator B"));
        QCOMPARE(row.verdict, Judgement::True);
        QCOMPARE(row.state, AlarmState::B);
    }
};

QTEST_APPLESS_MAIN(TestAlarmSuppression)
#include "tst_alarm_suppression.moc"
