// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/response_clock.h"

#include <QLocale>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

// The evaporator's day: an event at noon, its alert four minutes later.
constexpr UtcTime kOnset = fromNanos(1'623'326'520'000'000'000); // 2021-06-10T12:02:00Z

Occurrence evaporator()
{
    Occurrence alarm;
    alarm.state = AlarmState::B;
    alarm.condition = Condition::Active;
    alarm.firstViolation = kOnset;
    alarm.raised = alarm.raisedReceived = kOnset + 4min;
    return alarm;
}

QStringList linesAt(const Occurrence &alarm, Duration sinceOnset)
{
    ResponseTimes times;
    times.costAvoided = 100'000;
    times.currency = QStringLiteral("USD");
    return responseLines(alarm, times, kOnset + sinceOnset, ZoneChoice::Utc);
}

QString money()
{
    return QLocale().toString(100'000.0, 'f', 0) + QStringLiteral(" USD");
}

} // namespace

class TestResponseClock : public QObject {
    Q_OBJECT
private slots:
    void theEvaporatorsClocks();
    void whatWasInTimeStandsStill();
    void whatIsLateSaysByHowMuch();
    void whatEndsByItselfHasSavedNothing();
    void theGuidancesOwnTimeIsAClockToo();
    void anAnswerIsTimedByOurClockInASimulatedPlant();
    void withoutAnOnsetThereIsNothing();
    void noMoneyIsNamedThatNobodyNamed();
    void timesAreReadAsTheyAreWritten_data();
    void timesAreReadAsTheyAreWritten();
};

void TestResponseClock::theEvaporatorsClocks()
{
    QCOMPARE(linesAt(evaporator(), 4min),
             (QStringList{"4 min 00 s since onset at 12:02:00", "Staff by 12:12:00: 6 min 00 s left",
                          "Action by 12:22:00: 16 min 00 s left", "Cost avoided if it ends in time: " + money()}));
}

void TestResponseClock::whatWasInTimeStandsStill()
{
    Occurrence alarm = evaporator();
    alarm.state = AlarmState::C;
    alarm.acked = kOnset + 6min;
    QCOMPARE(linesAt(alarm, 12min).at(1), QStringLiteral("Staff: after 6 min 00 s, in time"));
    alarm.condition = Condition::Inactive;
    alarm.cleared = kOnset + 14min;
    alarm.closed = kOnset + 14min;
    QCOMPARE(linesAt(alarm, 3h), (QStringList{"14 min 00 s since onset at 12:02:00", "Staff: after 6 min 00 s, in time",
                                              "Action: after 14 min 00 s, in time", "Cost avoided: " + money()}));
}

void TestResponseClock::whatIsLateSaysByHowMuch()
{
    QCOMPARE(linesAt(evaporator(), 11min).at(1), QStringLiteral("Staff by 12:12:00: OVERDUE by 1 min 00 s"));
    QCOMPARE(linesAt(evaporator(), 21min).back(), "Cost no longer avoided: " + money());
    Occurrence alarm = evaporator();
    alarm.acked = kOnset + 5min; // an earlier acknowledgement that is no longer one
    QCOMPARE(linesAt(alarm, 11min).at(1), QStringLiteral("Staff by 12:12:00: OVERDUE by 1 min 00 s"));
    alarm.state = AlarmState::D;
    alarm.condition = Condition::Inactive;
    alarm.cleared = kOnset + 25min;
    QCOMPARE(linesAt(alarm, 30min).at(2), QStringLiteral("Action: none, it ended by itself after 25 min 00 s"));
    QVERIFY(linesAt(alarm, 30min).back().contains("ended before anybody answered"));
    alarm.state = AlarmState::A;
    QCOMPARE(linesAt(alarm, 30min).at(2), QStringLiteral("Action: after 25 min 00 s, LATE by 5 min 00 s"));
    QVERIFY(linesAt(alarm, 30min).back().contains("ended too late"));
}

void TestResponseClock::whatEndsByItselfHasSavedNothing()
{
    Occurrence alarm = evaporator();
    alarm.state = AlarmState::D;
    alarm.condition = Condition::Inactive;
    alarm.cleared = kOnset + 14min;
    QVERIFY(linesAt(alarm, 15min).back().contains("ended before anybody answered"));
    alarm.state = AlarmState::A;
    alarm.acked = kOnset + 16min; // only then
    QVERIFY(linesAt(alarm, 17min).back().contains("ended before anybody answered"));
    alarm.acked = kOnset + 13min;
    QCOMPARE(linesAt(alarm, 17min).back(), "Cost avoided: " + money());
}

void TestResponseClock::theGuidancesOwnTimeIsAClockToo()
{
    Occurrence alarm = evaporator();
    alarm.definition.guidance.respondWithin = 15min;
    QCOMPARE(linesAt(alarm, 4min).at(2), QStringLiteral("Response as written down by 12:17:00: 11 min 00 s left"));
}

void TestResponseClock::anAnswerIsTimedByOurClockInASimulatedPlant()
{
    Occurrence alarm = evaporator();
    alarm.state = AlarmState::C;
    alarm.raisedReceived = kOnset + 48'000h; // years later
    alarm.acked = alarm.raisedReceived + 30s;
    QCOMPARE(linesAt(alarm, 12min).at(1), QStringLiteral("Staff: after 4 min 30 s, in time"));
}

void TestResponseClock::withoutAnOnsetThereIsNothing()
{
    Occurrence alarm = evaporator();
    alarm.firstViolation = alarm.raised = kNoTime;
    QVERIFY(linesAt(alarm, 1min).isEmpty());
}

void TestResponseClock::noMoneyIsNamedThatNobodyNamed()
{
    for (const Duration since : {Duration{4min}, Duration{25min}})
        QCOMPARE(responseLines(evaporator(), {}, kOnset + since, ZoneChoice::Utc).back(),
                 QStringLiteral("Cost avoided: not set (Ctrl+Shift+R sets it)"));
}

void TestResponseClock::timesAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written"); ///< empty = refused
    QTest::newRow("as proposed") << toText(ResponseTimes{}) << "10 20";
    QTest::newRow("with money") << "10 20 100000 USD"
                                << "10 20 100000 USD";
    QTest::newRow("half minutes") << "  2.5   7 12 EUR "
                                  << "2.5 7 12 EUR";
    QTest::newRow("nothing is saved") << "5 5 0 EUR"
                                      << "5 5 0 EUR";
    QTest::newRow("backwards") << "20 10 1 EUR"
                               << "";
    QTest::newRow("no time") << "0 10 1 EUR"
                             << "";
    QTest::newRow("no currency") << "5 10 1"
                                 << "";
    QTest::newRow("words") << "soon later much EUR"
                           << "";
    QTest::newRow("negative") << "5 10 -1 EUR"
                              << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestResponseClock::timesAreReadAsTheyAreWritten()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto times = readResponseTimes(text);
    QCOMPARE(times ? toText(*times) : QString(), written);
}

QTEST_APPLESS_MAIN(TestResponseClock)
#include "tst_response_clock.moc"
