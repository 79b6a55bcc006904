// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/kpi/kpi_journal.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::kpi;
using namespace std::chrono_literals;
using Kind = AlarmEventKind;
using State = AlarmState;

class TestKpiAlarms : public QObject {
    Q_OBJECT
private slots:
    void everyRaiseIsCountedInExactlyOnePlace();
    void chatterIsLessThanAMinute();
    void chatterMayBeginBeforeTheWindow();
    void fleetingGoesByEventTimeWhereThereIsOne();
    void standingEndsWithTheClear();
    void standingOutlivesAShelf();
    void anUndoneAcknowledgementDoesNotCount();
    void aReAlarmIsAnotherWait();
    void refusalsChangeNothing();
    void percentilesAreNearestRank();
    void theTopShareIsOfTheTopOnly();
    void filtersNarrowAlarmsButNotTheHorn();
    void aHiddenAlarmWithoutANumberIsFoundByItsSource();
    void outOfServiceClosesAndOpensAlarms();
    void aNewSoundEndsASilence();
    void oneSilenceOfManyAlarmsCountsOnce();
    void verdictsAreOnAlarmsNotOnRaises();
};

void TestKpiAlarms::everyRaiseIsCountedInExactlyOnePlace()
{
    test::Journal journal;
    const auto shown = journal.alarm({"a", "1"}, Priority::P1);
    const auto quiet = journal.alarm({"a", "2"}, Priority::P2);
    journal.definition(quiet).annunciate = false;
    const auto diagnostic = journal.alarm({"a", "3"}, Priority::Diagnostic);
    const auto shelved = journal.alarm({"a", "4"}, Priority::P3);
    const auto ruled = journal.alarm({"a", "5"}, Priority::P3);
    journal.raise("06:00:00", shown);
    journal.raise("06:01:00", quiet);
    journal.raise("06:02:00", diagnostic);
    journal.event("06:03:00", shelved, Kind::Shelve, State::E);
    journal.event("06:04:00", shelved, Kind::Raise, State::E);
    journal.event("06:05:00", ruled, Kind::SuppressOn, State::F);
    journal.event("06:06:00", ruled, Kind::Raise, State::F);
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.load.raises, 1U);
    QCOMPARE(kpis.unannunciated, 2U);
    QCOMPARE(kpis.shelved.raises, 1U);
    QCOMPARE(kpis.byDesign.raises, 1U);
    QCOMPARE(kpis.suppressedRaises(), 2U);
    QCOMPARE(kpis.response.waiting, 1U); // the others ask nothing of an operator
    QCOMPARE(kpis.definitions, 1U);
}

void TestKpiAlarms::chatterIsLessThanAMinute()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    journal.raise("06:00:00", alarm);
    journal.clear("06:00:10", alarm);
    journal.raise("06:00:30", alarm);
    journal.clear("06:00:40", alarm);
    AlarmEvent &third = journal.raise("06:01:00", alarm);
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").chattering, 0U);
    third.at -= 1ns;
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").chattering, 1U);
    KpiLimits four;
    four.chatterRaises = 4;
    QCOMPARE(journal.kpis("06:00:00", "07:00:00", {}, four).chattering, 0U);
}

void TestKpiAlarms::chatterMayBeginBeforeTheWindow()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    for (const char *time : {"05:59:30", "05:59:45", "06:00:05"}) {
        journal.raise(time, alarm);
        journal.clear(time, alarm);
    }
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.chattering, 1U);
    QCOMPARE(kpis.load.raises, 1U);
    QCOMPARE(journal.kpis("05:00:00", "06:00:00").chattering, 0U); // its third raise is not in this one
}

void TestKpiAlarms::fleetingGoesByEventTimeWhereThereIsOne()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2); // on-delay 2 s: the limit is 10 s
    AlarmEvent &raise = journal.raise("06:00:00", alarm);
    raise.sourceTime = test::clockTime("05:59:58");
    AlarmEvent &clear = journal.clear("06:00:09", alarm);
    clear.sourceTime = test::clockTime("06:00:08");
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").fleeting.fleeting, 0U); // 10 s by event time, and 10 is not less than 10
    journal.events.back().sourceTime = kNoTime;
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").fleeting.fleeting, 1U); // 9 s by our clock
}

void TestKpiAlarms::standingEndsWithTheClear()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    journal.raise("-1 05:00:00", alarm);
    journal.clear("06:30:00", alarm); // after 25.5 h
    const Kpis before = journal.kpis("04:00:00", "05:00:00");
    QCOMPARE(before.standing.inWindow, 0U); // 24 h at its end, not more
    const Kpis shift = journal.kpis("06:00:00", "14:00:00");
    QCOMPARE(shift.standing.inWindow, 1U);
    QVERIFY(shift.standing.now.empty());
    QCOMPARE(journal.kpis("06:30:00", "14:00:00").standing.inWindow, 0U);
}

void TestKpiAlarms::standingOutlivesAShelf()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    journal.raise("-1 05:00:00", alarm);
    journal.ack("-1 05:01:00", alarm);
    journal.event("-1 06:00:00", alarm, Kind::Shelve, State::E);
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").standing.inWindow, 1U);
    journal.event("06:30:00", alarm, Kind::OosOn, State::G);
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.standing.inWindow, 1U);
    QVERIFY(kpis.standing.now.empty());
}

void TestKpiAlarms::anUndoneAcknowledgementDoesNotCount()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    journal.raise("06:00:00", alarm);
    journal.ack("06:00:10", alarm);
    journal.event("06:00:15", alarm, Kind::AckUndo, State::B);
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.response.acknowledged, 0U);
    QCOMPARE(kpis.response.waiting, 1U);
    // Whoever looked before it was undone saw an acknowledgement.
    QCOMPARE(journal.kpis("06:00:00", "06:00:15").response.acknowledged, 1U);
}

void TestKpiAlarms::aReAlarmIsAnotherWait()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P1);
    journal.raise("06:00:00", alarm);
    journal.ack("06:01:00", alarm);
    journal.event("06:31:00", alarm, Kind::ReAlarm, State::B);
    journal.ack("06:31:20", alarm);
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.response.acknowledged, 2U);
    QCOMPARE(kpis.response.p50Sec, 20.0);
    QCOMPARE(kpis.response.p95Sec, 60.0);
    QCOMPARE(kpis.load.raises, 1U); // it sounded again, and is still one alarm
}

void TestKpiAlarms::refusalsChangeNothing()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P1);
    journal.raise("06:00:00", alarm);
    journal.event("06:00:05", alarm, Kind::Ignored, State::B);
    journal.events.push_back({}); // no time
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.load.raises, 1U);
    QCOMPARE(kpis.response.waiting, 1U);
}

void TestKpiAlarms::percentilesAreNearestRank()
{
    test::Journal journal;
    for (int i = 1; i <= 20; ++i) { // waits of 1 … 20 s
        const auto alarm = journal.alarm({"a", std::to_string(i)}, Priority::P3);
        journal.raise("06:00:00", alarm);
        journal.ack("06:00:00", alarm).at += std::chrono::seconds{i};
    }
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.response.p50Sec, 10.0); // the 10th of 20
    QCOMPARE(kpis.response.p95Sec, 19.0); // the 19th
    QCOMPARE(kpis.responseBy[2].acknowledged, 20U);
    QCOMPARE(kpis.responseBy[0].acknowledged, 0U);
}

void TestKpiAlarms::theTopShareIsOfTheTopOnly()
{
    test::Journal journal;
    // Twelve definitions: the first raises 12 times, the others once each: 12 + 9 x 1 of 23 are the top ten's.
    const auto worst = journal.alarm({"z", "worst"}, Priority::P2);
    for (int i = 0; i < 12; ++i)
        journal.blip(test::clockTime("06:00:00") + 5min * i, worst);
    for (int i = 0; i < 11; ++i)
        journal.blip(test::clockTime("07:30:00"), journal.alarm({"a", std::to_string(10 + i)}, Priority::P2));
    const Kpis kpis = journal.kpis("06:00:00", "14:00:00");
    QCOMPARE(kpis.definitions, 12U);
    QCOMPARE(kpis.badActors.size(), std::size_t{10});
    QCOMPARE(kpis.badActors[0].source.sensor, std::string("worst"));
    QCOMPARE(kpis.badActors[1].source.sensor, std::string("10"));
    QCOMPARE(kpis.topPercent, 100.0 * 21 / 23);
}

void TestKpiAlarms::filtersNarrowAlarmsButNotTheHorn()
{
    test::Journal journal;
    const auto pump = journal.alarm({"line-a/pump1", "t"}, Priority::P1, "band");
    const auto oven = journal.alarm({"line-b/oven", "t"}, Priority::P2, "rcf");
    journal.raise("06:00:00", pump);
    journal.event("06:00:10", pump, Kind::Silence, State::B);
    journal.ack("06:00:40", pump);
    journal.raise("06:10:00", oven);
    journal.ack("06:10:20", oven);
    const Kpis a = journal.kpis("06:00:00", "07:00:00", {"line-a", {}, {}});
    QCOMPARE(a.load.raises, 1U);
    QCOMPARE(a.response.p50Sec, 40.0);
    const Kpis second = journal.kpis("06:00:00", "07:00:00", {{}, Priority::P2, {}});
    QCOMPARE(second.load.raises, 1U);
    QCOMPARE(second.response.p50Sec, 20.0);
    const Kpis rcf = journal.kpis("06:00:00", "07:00:00", {{}, {}, "rcf"});
    QCOMPARE(rcf.load.raises, 1U);
    QCOMPARE(rcf.badActors[0].source.asset, std::string("line-b/oven"));
    QCOMPARE(rcf.silenced, Duration{30s});
    QCOMPARE(journal.kpis("06:00:00", "07:00:00", {{}, {}, ""}).load.raises, 0U);
}

void TestKpiAlarms::aHiddenAlarmWithoutANumberIsFoundByItsSource()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2, "rcf");
    journal.event("06:00:00", alarm, Kind::Shelve, State::E); // no alarm is open: its definition is shelved
    journal.event("06:20:00", alarm, Kind::Raise, State::E);  // from here on it has a number
    journal.event("06:30:00", alarm, Kind::Unshelve, State::B);
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00", {{}, {}, "rcf"});
    QCOMPARE(kpis.shelved.time, Duration{30min});
    QCOMPARE(kpis.shelved.now, 0U);
    QCOMPARE(kpis.shelved.raises, 1U);
    QCOMPARE(kpis.response.waiting, 1U);
    QCOMPARE(kpis.load.raises, 0U);
}

void TestKpiAlarms::outOfServiceClosesAndOpensAlarms()
{
    test::Journal journal;
    const auto alarm = journal.alarm({"a", "1"}, Priority::P2);
    journal.raise("06:00:00", alarm);
    journal.event("06:10:00", alarm, Kind::OosOn, State::G);
    journal.event("06:40:00", alarm, Kind::OosOff, State::B); // still active: annunciated as a new one
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.load.raises, 2U);
    QCOMPARE(kpis.outOfService.time, Duration{30min});
    QCOMPARE(kpis.outOfService.now, 0U);
    QCOMPARE(kpis.response.waiting, 1U);
    QCOMPARE(kpis.fleeting.cleared, 0U);
    const Kpis meanwhile = journal.kpis("06:00:00", "06:30:00");
    QCOMPARE(meanwhile.outOfService.now, 1U);
    QCOMPARE(meanwhile.response.waiting, 0U);
}

void TestKpiAlarms::aNewSoundEndsASilence()
{
    test::Journal journal;
    const auto one = journal.alarm({"a", "1"}, Priority::P2);
    const auto two = journal.alarm({"a", "2"}, Priority::P2);
    journal.raise("06:00:00", one);
    journal.event("06:00:10", one, Kind::Silence, State::B);
    journal.raise("06:00:25", two);
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").silenced, Duration{15s});
    QCOMPARE(journal.kpis("06:00:00", "06:00:20").silenced, Duration{10s});
}

void TestKpiAlarms::oneSilenceOfManyAlarmsCountsOnce()
{
    test::Journal journal;
    const auto one = journal.alarm({"a", "1"}, Priority::P2);
    const auto two = journal.alarm({"a", "2"}, Priority::P2);
    journal.raise("06:00:00", one);
    journal.raise("06:00:01", two);
    journal.event("06:00:10", one, Kind::Silence, State::B);
    journal.event("06:00:10", two, Kind::Silence, State::B);
    journal.ack("06:00:20", one); // the other one is still silenced
    journal.clear("06:00:50", two);
    QCOMPARE(journal.kpis("06:00:00", "07:00:00").silenced, Duration{40s});
}

void TestKpiAlarms::verdictsAreOnAlarmsNotOnRaises()
{
    test::Journal journal;
    const std::vector<Judgement> said{Judgement::True, Judgement::False,    Judgement::True, Judgement::None,
                                      Judgement::Test, Judgement::Expected, Judgement::None, Judgement::False};
    for (std::size_t i = 0; i < said.size(); ++i) {
        const auto alarm = journal.alarm({"a", std::to_string(i)}, Priority::P2);
        journal.raise(i < 7 ? "06:00:00" : "05:00:00", alarm); // the last one is the shift's before
        journal.occurrences.back().verdict = said[i];
    }
    journal.clear("06:01:00", 0);
    journal.raise("06:02:00", 0); // still the same alarm
    const Kpis kpis = journal.kpis("06:00:00", "07:00:00");
    QCOMPARE(kpis.load.raises, 8U);
    QCOMPARE(kpis.verdicts.alarms, 7U);
    QCOMPARE(kpis.verdicts.judged(), 5U);
    QCOMPARE(kpis.verdicts.right, 2U);
    QCOMPARE(kpis.verdicts.wrong, 1U);
    QCOMPARE(kpis.verdicts.falsePercent, 25.0); // 1 of 2 true, 1 expected and 1 false; the test is none of them
    QVERIFY(std::isnan(test::Journal().kpis("06:00:00", "07:00:00").verdicts.falsePercent));
}

QTEST_APPLESS_MAIN(TestKpiAlarms)
#include "tst_kpi_alarms.moc"
