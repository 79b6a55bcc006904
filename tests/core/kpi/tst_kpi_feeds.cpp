// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/kpi/kpi_journal.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::kpi;
using namespace std::chrono_literals;

class TestKpiFeeds : public QObject {
    Q_OBJECT
private slots:
    void whatWasNotWatchedIsNeitherUpNorDown();
    void theRowBeforeTheWindowSaysHowItBegan();
    void gapsAreCountedFromRowToRow();
    void whatHasEndedIsNoOutage();
};

void TestKpiFeeds::whatWasNotWatchedIsNeitherUpNorDown()
{
    test::Journal journal;
    QVERIFY(journal.kpis("06:00:00", "07:00:00").feeds.empty());
    journal.feed("06:00:00", FeedState::Live);
    journal.feed("06:00:10", FeedState::Lost);
    journal.feed("06:00:20", FeedState::Lost);
    // 10 s live; lost for 10 s, then the last row holds for 30 s.
    const FeedUptime feed = journal.kpis("06:00:00", "07:00:00").feeds.at(0);
    QCOMPARE(feed.live, Duration{10s});
    QCOMPARE(feed.down, Duration{40s});
    QCOMPARE(feed.uptimePercent, 20.0);
    QCOMPARE(feed.outages, 1U);
    QCOMPARE(feed.longestOutage, Duration{40s});
    QVERIFY(std::isnan(journal.kpis("06:30:00", "07:00:00").feeds.at(0).uptimePercent));
}

void TestKpiFeeds::theRowBeforeTheWindowSaysHowItBegan()
{
    test::Journal journal;
    journal.feed("05:59:55", FeedState::Live, 7, 70);
    journal.feed("06:00:05", FeedState::Lost, 9, 90);
    const FeedUptime feed = journal.kpis("06:00:00", "06:00:10").feeds.at(0);
    QCOMPARE(feed.live, Duration{5s});
    QCOMPARE(feed.down, Duration{5s});
    QCOMPARE(feed.outages, 1U);
    QCOMPARE(feed.gaps, 2U);
    QCOMPARE(feed.lostMessages, 20U);
}

void TestKpiFeeds::gapsAreCountedFromRowToRow()
{
    test::Journal journal;
    journal.feed("06:00:00", FeedState::Live, 1, 3); // the first row of a run: since its start
    journal.feed("06:00:10", FeedState::Live, 4, 10);
    journal.feed("06:10:00", FeedState::Live, 2, 5); // another run
    const FeedUptime feed = journal.kpis("06:00:00", "07:00:00").feeds.at(0);
    QCOMPARE(feed.gaps, 6U);
    QCOMPARE(feed.lostMessages, 15U);
    QCOMPARE(feed.outages, 0U);
}

void TestKpiFeeds::whatHasEndedIsNoOutage()
{
    test::Journal journal;
    journal.feed("06:00:00", FeedState::Live);
    journal.feed("06:00:10", FeedState::Ended);
    journal.feed("06:00:20", FeedState::Ended);
    FeedUptime feed = journal.kpis("06:00:00", "07:00:00").feeds.at(0);
    QCOMPARE(feed.live, Duration{10s});
    QCOMPARE(feed.down, Duration::zero());
    QCOMPARE(feed.uptimePercent, 100.0);
    QCOMPARE(feed.outages, 0U);
    journal.feed("06:00:30", FeedState::Live); // it was added again
    journal.feed("06:00:40", FeedState::Lost);
    feed = journal.kpis("06:00:00", "06:00:50").feeds.at(0);
    QCOMPARE(feed.live, Duration{20s});
    QCOMPARE(feed.down, Duration{10s});
    QCOMPARE(feed.outages, 1U);
}

QTEST_APPLESS_MAIN(TestKpiFeeds)
#include "tst_kpi_feeds.moc"
