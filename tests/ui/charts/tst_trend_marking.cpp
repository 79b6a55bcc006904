// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_marking.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

const UtcTime kNoon = *parseTime("2026-11-22T12:00:00Z");

class TestTrendMarking : public QObject {
    Q_OBJECT
private slots:
    void aRangeBeginsWhereTheCursorWas()
    {
        TrendMarking marking;
        QVERIFY(!marking.cursor() && !marking.range());
        marking.moveTo(kNoon);
        QVERIFY(!marking.range());
        marking.extendTo(kNoon - 10s);
        marking.extendTo(kNoon - 20s);
        QCOMPARE(marking.cursor(), std::optional(kNoon - 20s));
        QVERIFY(marking.range() == (TrendMarking::Range{kNoon - 20s, kNoon}));
        marking.extendTo(kNoon + 5s); // across its own beginning
        QVERIFY(marking.range() == (TrendMarking::Range{kNoon, kNoon + 5s}));
        marking.extendTo(kNoon);
        QVERIFY(!marking.range());
    }

    void movingTheCursorDropsTheRange()
    {
        TrendMarking marking;
        marking.mark(kNoon, kNoon + 1min);
        marking.moveTo(kNoon + 2min);
        QVERIFY(!marking.range());
        QCOMPARE(marking.cursor(), std::optional(kNoon + 2min));
    }

    void theRangeIsDroppedBeforeTheCursor()
    {
        TrendMarking marking;
        QVERIFY(!marking.drop());
        marking.mark(kNoon, kNoon + 1min);
        QVERIFY(marking.drop());
        QVERIFY(marking.cursor() && !marking.range());
        QVERIFY(marking.drop());
        QVERIFY(!marking.cursor() && !marking.drop());
    }

    void aRangeIsSaidWithItsEndsItsZoneAndItsLength()
    {
        QCOMPARE(markedText({kNoon + 5s, kNoon + 70s}), QString::fromUtf8("12:00:05 – 12:01:10 UTC · 1 min 5 s"));
        QCOMPARE(markedText({kNoon, kNoon + 24h}), QString::fromUtf8("2026-11-22 12:00:00 – 2026-11-23 12:00:00 UTC · 1 d"));
        QCOMPARE(markedText({kNoon, kNoon + 250ms}), QString::fromUtf8("12:00:00.000 – 12:00:00.250 UTC · 250 ms"));
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTrendMarking)
#include "tst_trend_marking.moc"
