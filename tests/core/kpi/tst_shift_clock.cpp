// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/shift_clock.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::kpi;
using namespace std::chrono_literals;

namespace {

UtcTime utc(const char *text)
{
    return parseTime(text).value();
}

/// Central Europe in 2026: summer time from 29 March to 25 October, 01:00 UTC.
Duration centralEurope(UtcTime time)
{
    const bool summer = time >= utc("2026-03-29T01:00:00Z") && time < utc("2026-10-25T01:00:00Z");
    return summer ? 2h : 1h;
}

Period at(PeriodKind kind, const char *time, const ShiftPlan &plan = {})
{
    return periodAt(kind, utc(time), plan, centralEurope);
}

Period period(const char *from, const char *to)
{
    return {utc(from), utc(to)};
}

} // namespace

class TestShiftClock : public QObject {
    Q_OBJECT
private slots:
    void shiftsFollowEachOther();
    void theLongNightHasNineHours();
    void oneShiftMayBeTheWholeDay();
    void daysWeeksAndMonthsAreLocal();
    void plansAreReadAndWritten();
};

void TestShiftClock::shiftsFollowEachOther()
{
    QCOMPARE(at(PeriodKind::Shift, "2026-11-22T05:00:00Z"), period("2026-11-22T05:00:00Z", "2026-11-22T13:00:00Z")); // 06:00 local
    QCOMPARE(at(PeriodKind::Shift, "2026-11-22T04:59:59Z"), period("2026-11-21T21:00:00Z", "2026-11-22T05:00:00Z"));
    QCOMPARE(at(PeriodKind::Shift, "2026-11-22T22:00:00Z"), period("2026-11-22T21:00:00Z", "2026-11-23T05:00:00Z"));
    UtcTime time = utc("2026-01-01T00:00:00Z");
    for (int i = 0; i < 1500; ++i) { // more than a year without a hole or an overlap
        const Period shift = periodAt(PeriodKind::Shift, time, {}, centralEurope);
        QVERIFY(shift.from <= time && time < shift.to);
        const Period next = periodAt(PeriodKind::Shift, shift.to, {}, centralEurope);
        QCOMPARE(next.from, shift.to);
        time = shift.to;
    }
}

void TestShiftClock::theLongNightHasNineHours()
{
    const Period autumn = at(PeriodKind::Shift, "2026-10-25T00:30:00Z"); // 22:00 summer time to 06:00 winter time
    QCOMPARE(autumn, period("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"));
    const Period spring = at(PeriodKind::Shift, "2026-03-29T00:30:00Z");
    QCOMPARE(spring, period("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"));
}

void TestShiftClock::oneShiftMayBeTheWholeDay()
{
    const ShiftPlan plan{{7h}};
    QCOMPARE(at(PeriodKind::Shift, "2026-11-22T05:59:00Z", plan), period("2026-11-21T06:00:00Z", "2026-11-22T06:00:00Z"));
}

void TestShiftClock::daysWeeksAndMonthsAreLocal()
{
    QCOMPARE(at(PeriodKind::Day, "2026-11-22T23:30:00Z"), period("2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"));
    QCOMPARE(at(PeriodKind::Week, "2026-11-22T12:00:00Z"), period("2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z")); // a Sunday
    QCOMPARE(at(PeriodKind::Month, "2026-11-30T23:30:00Z"), period("2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"));
    QCOMPARE(at(PeriodKind::Month, "2026-10-10T00:00:00Z"), period("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"));
}

void TestShiftClock::plansAreReadAndWritten()
{
    QCOMPARE(readShiftPlan("06:00 14:00 22:00").value(), ShiftPlan{});
    QCOMPARE(toText(ShiftPlan{}), std::string("06:00 14:00 22:00"));
    QCOMPARE(toText(readShiftPlan("  07:15   19:15 ").value()), std::string("07:15 19:15"));
    for (const char *wrong : {"", " ", "6:00", "24:00", "06:60", "06:00 06:00", "14:00 06:00", "06:00,14:00", "ab:cd"})
        QVERIFY2(!readShiftPlan(wrong).ok(), wrong);
    QVERIFY(!readShiftPlan("00:00 01:00 02:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00 11:00 12:00").ok());
}

QTEST_APPLESS_MAIN(TestShiftClock)
#include "tst_shift_clock.moc"
