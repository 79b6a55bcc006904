// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/alarm/alarm_desk.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;
using Kind = AlarmEventKind;

class TestAlarmBook : public QObject {
    Q_OBJECT

private slots:
    void raiseOpensAnOccurrenceWithItsWhy()
    {
        Desk desk;
        AlarmDefinition definition = desk.defines("s1");
        definition.version = 17;
        desk.book.define(definition);
        Stimulus raise = desk.stimulus(Kind::Raise);
        raise.firstViolation = desk.now - 3s;
        raise.sourceTime = desk.now - 1s;
        raise.score = 6.2;
        raise.limit = 3.0;
        raise.why.detector = "band";
        const Recorded recorded = desk.does("s1", raise);
        QCOMPARE(recorded.event.seq, 1U);
        QCOMPARE(recorded.event.occurrence, 1U);
        QCOMPARE(recorded.event.definitionVersion, 17U);
        QCOMPARE(recorded.occurrence.state, AlarmState::B);
        QCOMPARE(recorded.occurrence.raised, desk.now - 1s);
        QCOMPARE(recorded.occurrence.raisedReceived, desk.now);
        QCOMPARE(recorded.occurrence.firstViolation, desk.now - 3s);
        QCOMPARE(recorded.occurrence.maxScore, 6.2);
        QCOMPARE(recorded.occurrence.why.detector, std::string("band"));
        QCOMPARE(recorded.occurrence.why.definitionVersion, 17U);
        QCOMPARE(recorded.occurrence.raiseCount, 1U);
    }

    void aSensorThatJoinsChangesNothingButTheExplanation()
    {
        Desk desk;
        desk.defines("");
        const Occurrence before = desk.does("", Kind::Raise).occurrence;
        Stimulus comment = desk.stimulus(Kind::Comment);
        comment.joined = Explanation::Joined{.sensor = "flow", .at = desk.now, .score = 4.0, .limit = 2.0};
        comment.comment = "flow too";
        const Recorded recorded = desk.does("", comment);
        QCOMPARE(recorded.event.to, AlarmState::B);
        QCOMPARE(recorded.occurrence.why.joined.size(), std::size_t(1));
        QCOMPARE(recorded.occurrence.why.joined[0].sensor, std::string("flow"));
        QCOMPARE(recorded.occurrence.raiseCount, before.raiseCount);
        QCOMPARE(recorded.occurrence.priorityRoseSeq, before.priorityRoseSeq);
        desk.does("", Kind::Clear);
        QVERIFY(desk.does("", Kind::Raise).occurrence.why.joined.empty());
    }

    void aSensorThatJoinsAgainAndAgainIsThereOnceAtItsWorst()
    {
        Desk desk;
        desk.defines("");
        desk.does("", Kind::Raise);
        Stimulus comment = desk.stimulus(Kind::Comment);
        for (const double score : {4.0, 9.0, 3.0}) {
            comment.joined = Explanation::Joined{.sensor = "flow", .at = desk.now, .score = score, .limit = 2.0};
            desk.does("", comment);
        }
        comment.joined = Explanation::Joined{.sensor = "heat", .at = desk.now, .score = 3.0, .limit = 2.0};
        const auto joined = desk.does("", comment).occurrence.why.joined;
        QCOMPARE(joined.size(), std::size_t(2));
        QCOMPARE(joined[0].score, 9.0);
        QCOMPARE(joined[1].sensor, std::string("heat"));
    }

    void listIsInTheOrderOfUrgency()
    {
        Desk desk;
        const auto raise = [&desk](const std::string &sensor, Priority priority, bool latching = false) {
            AlarmDefinition definition = Desk::plain(sensor, priority);
            definition.latching = latching;
            desk.book.define(definition);
            desk.does(sensor, Kind::Raise);
            desk.now += 1s;
        };
        raise("c-p1", Priority::P1);
        raise("d-p2", Priority::P2);
        raise("l1-p2", Priority::P2, true);
        raise("l2-p1", Priority::P1, true);
        raise("b-p3", Priority::P3);
        raise("b-p2", Priority::P2);
        raise("b-p1-old", Priority::P1);
        raise("b-p1-new", Priority::P1);
        raise("e-p1", Priority::P1);
        desk.does("c-p1", Kind::Ack);
        desk.does("d-p2", Kind::Clear);
        desk.does("l1-p2", Kind::Clear);
        desk.does("l2-p1", Kind::Ack);
        desk.does("l2-p1", Kind::Clear);
        Stimulus shelve = desk.stimulus(Kind::Shelve);
        shelve.comment = "sensor is being replaced";
        shelve.until = desk.now + 30min;
        desk.does("e-p1", shelve);
        QCOMPARE(desk.list(), QString("b-p1-new:B b-p1-old:B b-p2:B l1-p2:L1 b-p3:B d-p2:D l2-p1:L2 c-p1:C e-p1:E"));
    }

    void reRaiseMovesTheRowUpAndCounts()
    {
        Desk desk;
        desk.defines("s1");
        desk.defines("s2");
        desk.does("s1", Kind::Raise);
        desk.now += 1s;
        desk.does("s2", Kind::Raise);
        desk.now += 1s;
        desk.does("s1", Kind::Clear);
        QCOMPARE(desk.list(), QString("s2:B s1:D"));
        desk.now += 1s;
        const Recorded again = desk.does("s1", Kind::Raise);
        QCOMPARE(desk.list(), QString("s1:B s2:B"));
        QCOMPARE(again.occurrence.id, 1U);
        QCOMPARE(again.occurrence.raiseCount, 2U);
        QCOMPARE(again.occurrence.cleared, kNoTime);
    }

    void afterClosureTheNextRaiseIsANewOccurrence()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        desk.does("s1", Kind::Clear);
        const Recorded closed = desk.does(1, Kind::Ack);
        QCOMPARE(closed.occurrence.closeReason, std::string("normal"));
        QCOMPARE(closed.occurrence.closed, desk.now);
        QVERIFY(!desk.book.find(1));
        QVERIFY(!desk.book.openFor(Desk::key("s1")));
        QCOMPARE(desk.does("s1", Kind::Raise).occurrence.id, 2U);
    }

    void ackRefusesWhatGotWorseSinceItWasSeen()
    {
        Desk desk;
        desk.defines("s1");
        const EventSeq seen = desk.does("s1", Kind::Raise).event.seq;
        Stimulus worse = desk.stimulus(Kind::Escalate);
        worse.priority = Priority::P1;
        desk.does("s1", worse);
        Stimulus ack = desk.stimulus(Kind::Ack);
        ack.seenSeq = seen;
        ack.comment = "checked on site";
        const Recorded refused = Desk::only(desk.book.apply(1, ack));
        QCOMPARE(refused.event.kind, Kind::Ignored);
        QCOMPARE(refused.event.comment, std::string("ACK ignored: changed since you looked; said with it: checked on site"));
        QCOMPARE(refused.occurrence.state, AlarmState::B);
        QCOMPARE(refused.occurrence.maxPriority, Priority::P1);
        QCOMPARE(desk.does(1, Kind::Ack).occurrence.state, AlarmState::C);
    }

    void ackOfWhatOnlyCameBackIsTaken()
    {
        Desk desk;
        desk.defines("s1");
        const EventSeq seen = desk.does("s1", Kind::Raise).event.seq;
        desk.does("s1", Kind::Clear);
        desk.does("s1", Kind::Raise);
        Stimulus ack = desk.stimulus(Kind::Ack);
        ack.seenSeq = seen;
        QCOMPARE(Desk::only(desk.book.apply(1, ack)).occurrence.state, AlarmState::C);
    }

    void ackIsTakenBackOnlySoonAndByTheSameOperator()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        const Recorded acked = desk.does(1, Kind::Ack);
        QCOMPARE(acked.occurrence.ackedBy.operatorName, std::string("op"));
        QCOMPARE(acked.occurrence.acked, desk.now);
        desk.now += 9s;
        Stimulus undo = desk.stimulus(Kind::AckUndo);
        undo.actor.operatorName = "other";
        QCOMPARE(Desk::only(desk.book.apply(1, undo)).event.kind, Kind::Ignored);
        const Recorded undone = desk.does(1, Kind::AckUndo);
        QCOMPARE(undone.occurrence.state, AlarmState::B);
        QCOMPARE(undone.occurrence.acked, kNoTime);
        desk.does(1, Kind::Ack);
        desk.now += 11s;
        QCOMPARE(desk.does(1, Kind::AckUndo).event.kind, Kind::Ignored);
    }

    void latchedAlarmIsReset()
    {
        Desk desk;
        AlarmDefinition definition = Desk::plain("s1");
        definition.latching = true;
        desk.book.define(definition);
        desk.does("s1", Kind::Raise);
        desk.does("s1", Kind::Clear);
        QCOMPARE(desk.does(1, Kind::Reset).event.comment, std::string("RESET ignored: acknowledge it first"));
        desk.does(1, Kind::Ack);
        QCOMPARE(desk.does(1, Kind::Reset).occurrence.closeReason, std::string("reset"));
    }

    void whatIsNotThereIsIgnoredWithAReason()
    {
        Desk desk;
        const Recorded unknown = desk.does("nobody", Kind::Raise);
        QCOMPARE(unknown.event.comment, std::string("RAISE ignored: no such alarm is defined"));
        QCOMPARE(unknown.event.source.sensor, std::string("nobody"));
        QCOMPARE(unknown.occurrence.id, 0U);
        QCOMPARE(desk.does(77, Kind::Ack).event.comment, std::string("ACK ignored: alarm 77 is not open"));
        QCOMPARE(desk.book.lastSeq(), 2U);
    }

    void shelfEndsByItself()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        desk.does(1, Kind::Ack);
        Stimulus shelve = desk.stimulus(Kind::Shelve);
        shelve.comment = "known";
        shelve.until = desk.now + 15min;
        desk.does("s1", shelve);
        QVERIFY(desk.book.tick(desk.now + 14min).empty());
        const Recorded back = Desk::only(desk.book.tick(desk.now + 15min));
        QCOMPARE(back.event.kind, Kind::ShelfExpired);
        QCOMPARE(back.occurrence.state, AlarmState::B);
        QCOMPARE(back.occurrence.suppression, Suppression::None);
    }

    void restartBringsBackWhatWasOpen()
    {
        Desk before;
        before.defines("s1");
        before.defines("s2");
        before.does("s1", Kind::Raise);
        before.does("s2", Kind::Raise);
        before.does(2, Kind::Ack);
        before.book.silence(before.now, {"op", "", ""});
        Desk after({before.book.lastSeq(), 2, before.book.openAlarms()});
        QCOMPARE(after.list(), QString("s1:B s2:C"));
        QVERIFY(after.row("s1").unverifiedSinceRestart);
        QCOMPARE(after.row("s1").quality, Quality::Bad);
        QCOMPARE(after.row("s1").audible, Audible::Sounding);
        QCOMPARE(after.row("s2").audible, Audible::Off);
        const auto recorded = after.book.recordRestart(after.now, after.now - 42s);
        QCOMPARE(recorded.size(), 2U);
        QCOMPARE(recorded.front().event.seq, before.book.lastSeq() + 1);
        QVERIFY(QString::fromStdString(recorded.front().event.comment).contains("not watching for 42 s"));
        after.defines("s3");
        QCOMPARE(after.does("s3", Kind::Raise).occurrence.id, 3U);
    }

    void freshSampleVerifiesWhatCameBack()
    {
        Desk before;
        before.defines("s1");
        before.defines("s2");
        before.does("s1", Kind::Raise);
        before.does("s2", Kind::Raise);
        Desk after({before.book.lastSeq(), 2, before.book.openAlarms()});
        after.does("s1", Kind::QualityGood);
        QVERIFY(!after.row("s1").unverifiedSinceRestart);
        QCOMPARE(after.row("s1").quality, Quality::Good);
        after.does("s2", Kind::Clear); // a judgement is a fresh sample as well
        QCOMPARE(after.row("s2").state, AlarmState::D);
        QCOMPARE(after.row("s2").quality, Quality::Good);
    }

    void shelfWhoseEndIsNotKnownEndsAtTheFirstTick()
    {
        Desk before;
        before.defines("s1");
        before.does("s1", Kind::Raise);
        Stimulus shelve = before.stimulus(Kind::Shelve);
        shelve.comment = "known";
        shelve.until = before.now + 1h;
        before.does("s1", shelve);
        std::vector<Occurrence> rows = before.book.openAlarms();
        rows.front().shelfUntil = kNoTime; // as an older version stored it
        Desk after({before.book.lastSeq(), 1, rows});
        QCOMPARE(after.list(), QString("s1:E"));
        QCOMPARE(Desk::only(after.book.tick(after.now)).event.kind, Kind::ShelfExpired);
        QCOMPARE(after.list(), QString("s1:B"));
    }

    void openOccurrenceKeepsItsVersionUntilTheNextRaise()
    {
        Desk desk;
        AlarmDefinition definition = desk.defines("s1");
        desk.does("s1", Kind::Raise);
        definition.version = 2;
        definition.latching = true;
        desk.book.define(definition);
        QCOMPARE(desk.row("s1").definition.version, 1U);
        QCOMPARE(desk.does("s1", Kind::Clear).occurrence.state, AlarmState::D); // version 1 does not latch
        QCOMPARE(desk.does("s1", Kind::Raise).event.definitionVersion, 2U);
        QCOMPARE(desk.does("s1", Kind::Clear).occurrence.state, AlarmState::L1);
    }

    void definitionThatIsGoneClosesItsAlarm()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        Stimulus gone = desk.stimulus(Kind::ConfigChanged);
        gone.removed = true;
        const Recorded recorded = desk.does("s1", gone);
        QCOMPARE(recorded.occurrence.closeReason, std::string("config"));
        QCOMPARE(desk.list(), QString());
    }

    void qualityIsSaidOncePerChange()
    {
        Desk desk;
        desk.defines("s1");
        desk.does("s1", Kind::Raise);
        QCOMPARE(desk.does("s1", Kind::QualityBad).occurrence.quality, Quality::Bad);
        QVERIFY(desk.book.apply(Desk::key("s1"), desk.stimulus(Kind::QualityBad)).empty());
        QCOMPARE(desk.does("s1", Kind::Clear).event.comment, std::string("CLEAR ignored: quality is bad, the condition is frozen"));
        QCOMPARE(desk.does("s1", Kind::QualityGood).occurrence.quality, Quality::Good);
        QVERIFY(desk.book.apply(Desk::key("s1"), desk.stimulus(Kind::QualityGood)).empty());
    }

    void revisionStandsStillWhileTheListDoes()
    {
        Desk desk;
        desk.defines("s1");
        const std::uint64_t start = desk.book.revision();
        desk.does("s1", Kind::Clear);
        desk.does("s1", Kind::QualityBad);
        desk.does("s1", Kind::QualityGood);
        desk.book.tick(desk.now + 1h);
        QCOMPARE(desk.book.revision(), start);
        desk.does("s1", Kind::Raise);
        QVERIFY(desk.book.revision() != start);
    }

    void twoAlarmsOfOneSourceAreKeptApart()
    {
        Desk desk;
        desk.defines("s1");
        AlarmDefinition stale = Desk::plain("s1");
        stale.what = "no data";
        desk.book.define(stale);
        desk.does("s1", Kind::Raise);
        QCOMPARE(desk.book.apply({stale.source, "no data"}, desk.stimulus(Kind::Raise)).front().occurrence.id, 2U);
        QCOMPARE(desk.book.openAlarms().size(), 2U);
    }
};

QTEST_APPLESS_MAIN(TestAlarmBook)
#include "tst_alarm_book.moc"
