// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator hears and is pressed by: silence, re-alarm, chatter, first-out, flood.
#include "tests/core/alarm/alarm_desk.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::alarm;
using namespace telltale::alarm::test;
using namespace std::chrono_literals;
using Kind = AlarmEventKind;

class TestAlarmAnnunciation : public QObject {
    Q_OBJECT

private slots:
    void silenceIsNeitherAnAckNorForEver()
    {
        Desk desk;
        QCOMPARE(Desk::only(desk.book.silence(desk.now, {})).event.comment, std::string("SILENCE ignored: nothing is sounding"));
        desk.defines("s1");
        desk.defines("s2");
        desk.does("s1", Kind::Raise);
        desk.does("s2", Kind::Raise);
        QCOMPARE(desk.book.silence(desk.now, {"op", "", ""}).size(), 2U);
        QCOMPARE(desk.row("s1").audible, Audible::Silenced);
        QCOMPARE(desk.row("s1").state, AlarmState::B);
        QCOMPARE(desk.row("s1").silencedUntil, desk.now + 120s);
        const std::uint64_t revision = desk.book.revision();
        QVERIFY(desk.book.tick(desk.now + 119s).empty());
        QCOMPARE(desk.book.revision(), revision);
        QVERIFY(desk.book.tick(desk.now + 120s).empty());
        QCOMPARE(desk.row("s1").audible, Audible::Sounding);
        QCOMPARE(desk.row("s2").audible, Audible::Sounding);
        QVERIFY(desk.book.revision() != revision);
    }

    void newAlarmSoundsWhileOthersAreSilenced()
    {
        Desk desk;
        desk.defines("s1");
        desk.defines("s2", Priority::P3);
        desk.does("s1", Kind::Raise);
        desk.book.silence(desk.now, {"op", "", ""});
        QCOMPARE(desk.does("s2", Kind::Raise).occurrence.audible, Audible::Sounding);
        QCOMPARE(desk.row("s1").audible, Audible::Silenced);
    }

    void reAlarmComesByItself()
    {
        Desk desk;
        AlarmDefinition definition = Desk::plain("s1");
        definition.reAlarm = 30min;
        desk.book.define(definition);
        desk.does("s1", Kind::Raise);
        desk.does(1, Kind::Ack);
        QVERIFY(desk.book.tick(desk.now + 29min).empty());
        const Recorded again = Desk::only(desk.book.tick(desk.now + 31min));
        QCOMPARE(again.event.kind, Kind::ReAlarm);
        QCOMPARE(again.event.actor.operatorName, std::string("system"));
        QCOMPARE(again.occurrence.state, AlarmState::B);
        QCOMPARE(again.occurrence.audible, Audible::Sounding);
        QVERIFY(desk.book.tick(desk.now + 90min).empty());
    }

    void thirdRaiseInAMinuteIsChatterAndQuiet()
    {
        Desk desk;
        desk.defines("s1");
        UtcTime lastSound = desk.now;
        for (int raise = 1; raise <= 3; ++raise) {
            const Recorded recorded = desk.does("s1", Kind::Raise);
            QCOMPARE(recorded.occurrence.chattering, raise == 3);
            QCOMPARE(recorded.occurrence.audible, raise == 3 ? Audible::Silenced : Audible::Sounding);
            desk.now += 5s;
            if (raise == 3)
                break;
            lastSound = desk.now;
            desk.does("s1", Kind::Clear);
            desk.now += 5s;
        }
        QCOMPARE(desk.row("s1").silencedUntil, lastSound + 60s);
        desk.book.tick(lastSound + 60s);
        QCOMPARE(desk.row("s1").audible, Audible::Sounding);
        QVERIFY(desk.row("s1").chattering);
        desk.book.tick(desk.now + 60s);
        QVERIFY(!desk.row("s1").chattering);
    }

    void chatterIsSeenAcrossOccurrencesToo()
    {
        Desk desk;
        AlarmDefinition definition = Desk::plain("s1");
        definition.ackRequired = false;
        desk.book.define(definition);
        for (int raise = 1; raise <= 4; ++raise) {
            QCOMPARE(desk.does("s1", Kind::Raise).occurrence.chattering, raise >= 3);
            desk.now += 10s;
            QCOMPARE(desk.does("s1", Kind::Clear).occurrence.closeReason, std::string("auto"));
        }
    }

    void firstOfItsGroupIsMarkedOnce()
    {
        Desk desk;
        for (const char *sensor : {"s1", "s2", "s3"})
            desk.defines(sensor);
        AlarmDefinition elsewhere = Desk::plain("s4");
        elsewhere.firstOutGroup = "cooling";
        desk.book.define(elsewhere);
        QVERIFY(desk.does("s1", Kind::Raise).occurrence.firstOut);
        QVERIFY(!desk.does("s2", Kind::Raise).occurrence.firstOut); // same source time: the first reported has it
        QVERIFY(desk.does("s4", Kind::Raise).occurrence.firstOut);  // another group
        desk.now += 60s;
        QVERIFY(!desk.does("s3", Kind::Raise).occurrence.firstOut);
        QVERIFY(desk.row("s1").firstOut); // and it never moves
        desk.now += 61s;
        desk.does("s2", Kind::Clear);
        desk.does("s2", Kind::Ack);
        QVERIFY(desk.does("s2", Kind::Raise).occurrence.firstOut); // the group was quiet for more than a minute
    }

    void lateReportDoesNotTakeTheFlag()
    {
        Desk desk;
        desk.defines("s1");
        desk.defines("s2");
        desk.does("s1", Kind::Raise);
        Stimulus earlier = desk.stimulus(Kind::Raise);
        earlier.sourceTime = desk.now - 10s;
        QVERIFY(!desk.does("s2", earlier).occurrence.firstOut);
        QVERIFY(desk.row("s1").firstOut);
    }

    void floodBeginsAboveTenAndEndsBelowFive()
    {
        Desk desk;
        for (int i = 0; i < 11; ++i) {
            const std::string sensor = "s" + std::to_string(i);
            desk.defines(sensor);
            desk.does(sensor, Kind::Raise);
            QCOMPARE(desk.book.flood(), i == 10);
            desk.now += 20s;
        }
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 11U);
        const UtcTime last = desk.now - 20s;
        QCOMPARE(desk.book.raisesLast10Min(last + 10min - 81s), 5U);
        QVERIFY(desk.book.flood());
        QCOMPARE(desk.book.raisesLast10Min(last + 10min - 80s), 4U);
        QVERIFY(!desk.book.flood());
    }

    void onlyWhatAnOperatorHearsIsCountedAsLoad()
    {
        Desk desk;
        AlarmDefinition quiet = Desk::plain("quiet");
        quiet.annunciate = false;
        desk.book.define(quiet);
        desk.defines("diagnostic", Priority::Diagnostic);
        desk.defines("shelved");
        Stimulus shelve = desk.stimulus(Kind::Shelve);
        shelve.comment = "known";
        shelve.until = desk.now + 1h;
        desk.does("shelved", shelve);
        for (const char *sensor : {"quiet", "diagnostic", "shelved"})
            QCOMPARE(desk.does(sensor, Kind::Raise).event.kind, Kind::Raise);
        QCOMPARE(desk.book.raisesLast10Min(desk.now), 0U);
        QCOMPARE(desk.list(), QString("quiet:B shelved:E")); // a diagnostic is in the journal only
        QVERIFY(desk.row("shelved").suppression == Suppression::ShelvedTimed);
        QCOMPARE(desk.row("shelved").audible, Audible::Off);
    }
};

QTEST_APPLESS_MAIN(TestAlarmAnnunciation)
#include "tst_alarm_annunciation.moc"
