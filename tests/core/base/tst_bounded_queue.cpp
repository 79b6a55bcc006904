// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bounded_queue.h"

#include <QtTest>
#include <atomic>
#include <memory>
#include <numeric>
#include <thread>

using namespace telltale;
using namespace std::chrono_literals;

class TestBoundedQueue : public QObject {
    Q_OBJECT

private slots:
    void isFirstInFirstOut();
    void refusesWhenFull();
    void dropsTheOldestAndGivesItBack();
    void popManyTakesUpToItsLimit();
    void popForReturnsEmptyHanded();
    void closedQueueTakesNothingAndIsDrained();
    void pushWaitsForRoom();
    void closingWakesEverybody();
    void nothingIsLostBetweenThreads();
    void nothingQueuedIsLostAtShutdown();
    void droppedAndDeliveredMakeUpWhatWasSent();
    void carriesThingsThatCannotBeCopied();
};

void TestBoundedQueue::isFirstInFirstOut()
{
    BoundedQueue<int> queue(3);
    QCOMPARE(queue.capacity(), 3u);
    for (int i = 1; i <= 3; ++i)
        QVERIFY(queue.push(i));
    QCOMPARE(queue.size(), 3u);
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(queue.pop().value_or(0), i);
    QCOMPARE(queue.size(), 0u);
}

void TestBoundedQueue::refusesWhenFull()
{
    BoundedQueue<int> queue(2);
    QVERIFY(queue.tryPush(1));
    QVERIFY(queue.tryPush(2));
    QVERIFY(!queue.tryPush(3));
    QCOMPARE(queue.pop().value_or(0), 1);
    QVERIFY(queue.tryPush(3));
}

void TestBoundedQueue::dropsTheOldestAndGivesItBack()
{
    BoundedQueue<int> queue(2);
    QVERIFY(!queue.pushDroppingOldest(1));
    QVERIFY(!queue.pushDroppingOldest(2));
    QCOMPARE(queue.pushDroppingOldest(3).value_or(0), 1);
    QCOMPARE(queue.popMany(10), (std::vector{2, 3}));
}

void TestBoundedQueue::popManyTakesUpToItsLimit()
{
    BoundedQueue<int> queue(10);
    QVERIFY(queue.popMany(5).empty());
    for (int i = 0; i < 7; ++i)
        queue.push(i);
    QCOMPARE(queue.popMany(5), (std::vector{0, 1, 2, 3, 4}));
    QCOMPARE(queue.popMany(5), (std::vector{5, 6}));
}

void TestBoundedQueue::popForReturnsEmptyHanded()
{
    BoundedQueue<int> queue(1);
    QVERIFY(!queue.popFor(1ms));
    QVERIFY(!queue.drained());
    queue.push(4);
    QCOMPARE(queue.popFor(1h).value_or(0), 4);
    queue.close();
    QVERIFY(!queue.popFor(1h));
    QVERIFY(queue.drained());
}

void TestBoundedQueue::closedQueueTakesNothingAndIsDrained()
{
    BoundedQueue<int> queue(2);
    queue.push(1);
    queue.push(2);
    queue.close();
    QVERIFY(!queue.push(3));
    QVERIFY(!queue.tryPush(3));
    QVERIFY(!queue.pushDroppingOldest(3));
    QVERIFY(!queue.drained());
    QCOMPARE(queue.pop().value_or(0), 1);
    QCOMPARE(queue.pop().value_or(0), 2);
    QVERIFY(!queue.pop());
    QVERIFY(queue.drained());
}

void TestBoundedQueue::pushWaitsForRoom()
{
    BoundedQueue<int> queue(1);
    queue.push(0);
    std::atomic<int> pushed = 0;
    std::thread producer([&] {
        for (int i = 1; i <= 100; ++i) {
            if (queue.push(i))
                pushed = i;
        }
    });
    for (int i = 0; i <= 100; ++i) {
        QVERIFY(queue.size() <= 1);
        QCOMPARE(queue.pop().value_or(-1), i);
    }
    producer.join();
    QCOMPARE(pushed.load(), 100);
}

void TestBoundedQueue::closingWakesEverybody()
{
    BoundedQueue<int> full(1);
    BoundedQueue<int> empty(1);
    full.push(1);
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&] { refused += full.push(2) ? 0 : 1; });
        threads.emplace_back([&] { refused += empty.pop() ? 0 : 1; });
    }
    full.close();
    empty.close();
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 6);
}

void TestBoundedQueue::nothingIsLostBetweenThreads()
{
    constexpr int kProducers = 3;
    constexpr int kEach = 5000;
    BoundedQueue<int> queue(16);
    std::atomic<std::int64_t> sum = 0;
    std::atomic<int> count = 0;
    std::vector<std::thread> producers;
    std::vector<std::thread> consumers;
    for (int p = 0; p < kProducers; ++p) {
        producers.emplace_back([&, p] {
            for (int i = 0; i < kEach; ++i)
                queue.push(p * kEach + i);
        });
    }
    for (int c = 0; c < 2; ++c) {
        consumers.emplace_back([&] {
            while (const auto item = queue.pop()) {
                sum += *item;
                ++count;
            }
        });
    }
    for (std::thread &producer : producers)
        producer.join();
    queue.close();
    for (std::thread &consumer : consumers)
        consumer.join();
    constexpr std::int64_t kAll = std::int64_t{kProducers} * kEach;
    QCOMPARE(count.load(), int(kAll));
    QCOMPARE(sum.load(), kAll * (kAll - 1) / 2);
}

/// Items that were accepted before `close` are all delivered, in whatever order the two threads meet.
void TestBoundedQueue::nothingQueuedIsLostAtShutdown()
{
    for (int round = 0; round < 500; ++round) {
        BoundedQueue<int> queue(4);
        int accepted = 0;
        int delivered = 0;
        std::thread consumer([&] {
            while (queue.pop())
                ++delivered;
        });
        for (int i = 0; i < 10; ++i)
            accepted += queue.push(i) ? 1 : 0;
        queue.close();
        consumer.join();
        QCOMPARE(delivered, accepted);
        QCOMPARE(accepted, 10);
    }
}

void TestBoundedQueue::droppedAndDeliveredMakeUpWhatWasSent()
{
    constexpr int kSent = 20'000;
    BoundedQueue<int> queue(8);
    std::atomic<int> delivered = 0;
    int last = -1;
    bool inOrder = true;
    std::thread consumer([&] {
        while (const auto item = queue.pop()) {
            inOrder = inOrder && *item > last;
            last = *item;
            ++delivered;
        }
    });
    int dropped = 0;
    for (int i = 0; i < kSent; ++i)
        dropped += queue.pushDroppingOldest(i) ? 1 : 0;
    queue.close();
    consumer.join();
    QCOMPARE(delivered + dropped, kSent);
    QVERIFY(inOrder);
    QCOMPARE(last, kSent - 1);
}

void TestBoundedQueue::carriesThingsThatCannotBeCopied()
{
    BoundedQueue<std::unique_ptr<int>> queue(2);
    QVERIFY(queue.push(std::make_unique<int>(5)));
    QVERIFY(queue.tryPush(std::make_unique<int>(6)));
    const auto dropped = queue.pushDroppingOldest(std::make_unique<int>(7));
    QCOMPARE(**dropped, 5);
    const auto item = queue.pop();
    QCOMPARE(**item, 6);
}

QTEST_APPLESS_MAIN(TestBoundedQueue)
#include "tst_bounded_queue.moc"
