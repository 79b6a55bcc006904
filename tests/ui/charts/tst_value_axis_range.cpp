// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/value_axis_range.h"

#include <QtTest>

using namespace telltale::ui;

namespace {

constexpr ValueExtent kFallback{0.0, 120.0};

class TestValueAxisRange : public QObject {
    Q_OBJECT
private slots:
    void holdsStillWhileReadingsMoveInside()
    {
        ValueAxisRange axis;
        const ValueTicks first = axis.fit(ValueExtent{20.3, 24.1}, kFallback, 6);
        QCOMPARE(axis.fit(ValueExtent{20.9, 23.5}, kFallback, 6), first);
        QCOMPARE(axis.fit(ValueExtent{20.1, 23.9}, kFallback, 6), first);
    }

    void widensAtOnce()
    {
        ValueAxisRange axis;
        axis.fit(ValueExtent{20.3, 24.1}, kFallback, 6);
        const ValueTicks wide = axis.fit(ValueExtent{20.3, 60.0}, kFallback, 6);
        QVERIFY(wide.high >= 60.0);
    }

    void narrowsOnlyWhenMuchIsGained()
    {
        ValueAxisRange axis;
        const ValueTicks wide = axis.fit(ValueExtent{0.0, 100.0}, kFallback, 6);
        QCOMPARE(axis.fit(ValueExtent{20.0, 80.0}, kFallback, 6), wide);
        const ValueTicks narrow = axis.fit(ValueExtent{40.0, 50.0}, kFallback, 6);
        QVERIFY(narrow.high - narrow.low < 20.0);
    }

    void keepsTheAxisWhenReadingsStop()
    {
        ValueAxisRange axis;
        const ValueTicks before = axis.fit(ValueExtent{20.0, 30.0}, kFallback, 6);
        QCOMPARE(axis.fit(std::nullopt, kFallback, 6), before);
    }

    void showsThePhysicalRangeBeforeTheFirstReading()
    {
        ValueAxisRange axis;
        const ValueTicks &ticks = axis.fit(std::nullopt, kFallback, 7);
        QCOMPARE(ticks.low, 0.0);
        QCOMPARE(ticks.high, 120.0);
        QVERIFY(axis.fit(ValueExtent{20.0, 30.0}, kFallback, 7).high < 40.0); // and gives it up with the first one
    }

    void afterResetItIsAsFresh()
    {
        ValueAxisRange used;
        used.fit(ValueExtent{0.0, 100.0}, kFallback, 6);
        used.fit(ValueExtent{20.0, 80.0}, kFallback, 6);
        used.reset();
        ValueAxisRange fresh;
        QCOMPARE(used.fit(ValueExtent{20.0, 80.0}, kFallback, 6), fresh.fit(ValueExtent{20.0, 80.0}, kFallback, 6));
    }

    void aFlatLineDoesNotMakeTheAxisJump()
    {
        ValueAxisRange axis;
        const ValueTicks first = axis.fit(ValueExtent{22.0, 22.0}, kFallback, 6);
        QCOMPARE(axis.fit(ValueExtent{22.0, 22.0}, kFallback, 6), first);
        QVERIFY(first.low < 22.0 && first.high > 22.0);
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestValueAxisRange)
#include "tst_value_axis_range.moc"
