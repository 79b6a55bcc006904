// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_counts.h"

#include <QtTest>

#include <atomic>
#include <limits>
#include <thread>

using namespace telltale;
using namespace telltale::pipeline;

namespace {

FeedHealth counted(std::uint64_t frames)
{
    FeedHealth health;
    health.frames = frames;
    health.bytes = 10 * frames;
    health.samples = 2 * frames;
    health.disconnects = 1;
    health.rejects = {{"overload", 3}, {"syntax", 4}};
    return health;
}

} // namespace

class TestFeedCounts : public QObject {
    Q_OBJECT
private slots:
    void theFirstCountsForItself();
    void theNextAddsWhatWasCountedBefore();
    void whatNobodyReadIsLeftOut();
    void aFormerThatHasSaidNothingHandsOnWhatItHad();
    void whatCannotGrowStaysAtItsEnd();
    void theFormerMayStillCount();
};

void TestFeedCounts::theFirstCountsForItself()
{
    FeedCounts counts;
    FeedHealth health = counted(5);
    counts.take(health);
    QCOMPARE(health.frames, 5u);
    QCOMPARE(health.rejects.at("syntax"), 4u);
}

void TestFeedCounts::theNextAddsWhatWasCountedBefore()
{
    FeedCounts former;
    FeedHealth health = counted(5);
    former.take(health);
    FeedCounts next;
    next.takeOver(former, {});
    for (const std::uint64_t frames : {1u, 7u}) {
        health = counted(frames);
        health.rejects = {{"syntax", 1}};
        next.take(health);
        QCOMPARE(health.frames, 5 + frames);
        QCOMPARE(health.bytes, 50 + 10 * frames);
        QCOMPARE(health.samples, 10 + 2 * frames);
        QCOMPARE(health.disconnects, 2u);
        QCOMPARE(health.rejects.at("overload"), 3u);
        QCOMPARE(health.rejects.at("syntax"), 5u);
    }
}

void TestFeedCounts::whatNobodyReadIsLeftOut()
{
    FeedCounts former;
    FeedHealth health = counted(5);
    former.take(health);
    FeedCounts next;
    next.takeOver(former, {.frames = 6, .bytes = 600});
    health = {};
    next.take(health);
    QCOMPARE(health.frames, 11u);
    QCOMPARE(health.bytes, 650u);
    QCOMPARE(health.rejects.at("overload"), 9u);
}

void TestFeedCounts::aFormerThatHasSaidNothingHandsOnWhatItHad()
{
    FeedCounts first;
    FeedHealth health = counted(5);
    first.take(health);
    FeedCounts second;
    second.takeOver(first, {});
    FeedCounts third;
    third.takeOver(second, {});
    health = {};
    third.take(health);
    QCOMPARE(health.frames, 5u);
}

void TestFeedCounts::whatCannotGrowStaysAtItsEnd()
{
    FeedCounts former;
    FeedHealth health;
    health.lostMessages = std::numeric_limits<std::uint64_t>::max();
    former.take(health);
    FeedCounts next;
    next.takeOver(former, {});
    health.lostMessages = 2;
    next.take(health);
    QCOMPARE(health.lostMessages, std::numeric_limits<std::uint64_t>::max());
}

/// It goes on at the very moment at which another takes its place.
void TestFeedCounts::theFormerMayStillCount()
{
    FeedCounts former;
    FeedHealth begin = counted(5);
    former.take(begin);
    std::atomic<bool> stop{false};
    std::thread goesOn([&] {
        while (!stop) {
            FeedHealth health = counted(5);
            former.take(health);
        }
    });
    std::uint64_t wrong = 0;
    for (int i = 0; i < 1000; ++i) {
        FeedCounts next;
        next.takeOver(former, {});
        FeedHealth health;
        next.take(health);
        wrong += health.frames == 5 || health.frames == 0 ? 0 : 1;
    }
    stop = true;
    goesOn.join();
    QCOMPARE(wrong, std::uint64_t(0));
}

QTEST_APPLESS_MAIN(TestFeedCounts)
#include "tst_feed_counts.moc"
