// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_range.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

const UtcTime kNow = *parseTime("2026-11-22T12:31:00Z");

TrendRange rangeAtNow()
{
    TrendRange range;
    range.follow(kNow);
    return range;
}

class TestTrendRange : public QObject {
    Q_OBJECT
private slots:
    void liveFollowsNow()
    {
        TrendRange range = rangeAtNow();
        range.follow(kNow + 5s);
        QVERIFY(range.live());
        QCOMPARE(range.end(), kNow + 5s);
        QCOMPARE(range.begin(), kNow + 5s - 10min);
    }

    void pausedStandsStill()
    {
        TrendRange range = rangeAtNow();
        range.pause();
        range.follow(kNow + 5s);
        QCOMPARE(range.end(), kNow);
        range.goLive();
        QCOMPARE(range.end(), kNow + 5s);
    }

    void zoomingAtTheRightEdgeStaysLive()
    {
        TrendRange range = rangeAtNow();
        range.zoomAround(1.0, 0.5);
        QVERIFY(range.live());
        QCOMPARE(range.span(), Duration{5min});
        QCOMPARE(range.end(), kNow);
    }

    void zoomingElsewhereKeepsWhatIsUnderTheCursor()
    {
        TrendRange range = rangeAtNow();
        range.zoomAround(0.25, 0.5);
        QVERIFY(!range.live());
        QCOMPARE(range.span(), Duration{5min});
        QCOMPARE(range.begin() + range.span() / 4, kNow - 10min + 150s);
    }

    void panningPausesAndStopsInTheFuture()
    {
        TrendRange range = rangeAtNow();
        range.panBy(-0.5);
        QVERIFY(!range.live());
        QCOMPARE(range.end(), kNow - 5min);
        range.panBy(20.0);
        QCOMPARE(range.end(), kNow + 5min);
    }

    void aLongerSpanOfAPausedRangeGrowsIntoThePast()
    {
        TrendRange range = rangeAtNow();
        range.pause();
        range.setSpan(1h);
        QCOMPARE(range.end(), kNow);
        QCOMPARE(range.span(), Duration{1h});
        range.setSpan(10min);
        QCOMPARE(range.centre(), kNow - 30min);
    }

    void showsAroundAnInstant()
    {
        TrendRange range = rangeAtNow();
        range.showAround(kNow - 1h, 10min);
        QVERIFY(!range.live());
        QCOMPARE(range.begin(), kNow - 70min);
        QCOMPARE(range.end(), kNow - 50min);
        QCOMPARE(range.centre(), kNow - 1h);
    }

    void spansStayWithinTheirLimits()
    {
        TrendRange range = rangeAtNow();
        range.setSpan(Duration::zero());
        QCOMPARE(range.span(), Duration{1ms});
        range.setSpan(Duration::max());
        QCOMPARE(range.span(), TrendRange::kLargestSpan);
        for (int i = 0; i < 200; ++i)
            range.zoomAround(0.5, 0.5);
        QCOMPARE(range.span(), Duration{1ms});
        range.setSmallestSpan(Duration::zero());
        range.setSpan(Duration::zero());
        QCOMPARE(range.span(), Duration{1us});
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTrendRange)
#include "tst_trend_range.moc"
