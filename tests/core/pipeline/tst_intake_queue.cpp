// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/intake_queue.h"
#include "core/pipeline/item_bytes.h"

#include <QtTest>
#include <atomic>
#include <thread>

using namespace telltale;
using namespace telltale::pipeline;
using namespace std::chrono_literals;

namespace {

IntakeItem batchItem(const std::string &asset, std::uint64_t seq)
{
    SampleBatch batch;
    batch.asset = asset;
    batch.seq = seq;
    batch.times = {fromNanos(std::int64_t(seq))};
    batch.columns = {{"x", {1.0}, {}}};
    return {FeedId{0}, std::move(batch)};
}

/// As many sensors with one value each.
IntakeItem wideItem(std::uint64_t seq, std::size_t sensors)
{
    IntakeItem item = batchItem("a", seq);
    auto &columns = std::get<SampleBatch>(item.what).columns;
    columns.assign(sensors, columns.front());
    return item;
}

/// One sensor with as many values.
IntakeItem longItem(std::uint64_t seq, std::size_t values)
{
    IntakeItem item = batchItem("a", seq);
    auto &batch = std::get<SampleBatch>(item.what);
    batch.times.resize(values);
    batch.columns.front().values.resize(values);
    return item;
}

} // namespace

class TestIntakeQueue : public QObject {
    Q_OBJECT
private slots:
    void givesItemsInOrder();
    void saysWhatWasDroppedBeforeAnythingYounger();
    void keepsDescriptionsWhenItDrops();
    void whatIsKeptWhileNobodyTakesIsBounded();
    void largeItemsAreBoundedByTheirBytes_data();
    void largeItemsAreBoundedByTheirBytes();
    void oneItemAlwaysHasRoom();
    void whatWasTakenMakesRoom();
    void accountsForEveryBatch();
    void noHoleIsWithoutItsGap();
};

void TestIntakeQueue::givesItemsInOrder()
{
    IntakeQueue queue(8);
    for (std::uint64_t i = 1; i <= 5; ++i)
        queue.put(batchItem("a", i));
    const auto items = queue.take(3, 1ms);
    QCOMPARE(items.size(), std::size_t(3));
    QCOMPARE(*std::get<SampleBatch>(items[2].what).seq, std::uint64_t(3));
    QCOMPARE(queue.size(), std::size_t(2));
}

void TestIntakeQueue::saysWhatWasDroppedBeforeAnythingYounger()
{
    IntakeQueue queue(2);
    queue.put(batchItem("a", 1));
    queue.put(batchItem("b", 1));
    queue.put(batchItem("a", 2));
    queue.put(batchItem("a", 3));
    const auto items = queue.take(10, 1ms);
    QCOMPARE(items.size(), std::size_t(4));
    QCOMPARE(std::get<feed::Gap>(items[0].what).asset, std::string("a"));
    QCOMPARE(std::get<feed::Gap>(items[0].what).lostMessages, std::uint64_t(1));
    QCOMPARE(std::get<feed::Gap>(items[1].what).asset, std::string("b"));
    QCOMPARE(*std::get<SampleBatch>(items[2].what).seq, std::uint64_t(2));
    QCOMPARE(*std::get<SampleBatch>(items[3].what).seq, std::uint64_t(3));
    QCOMPARE(queue.droppedBatches(), std::uint64_t(2));
    QCOMPARE(queue.droppedSamples(), std::uint64_t(2));
}

void TestIntakeQueue::keepsDescriptionsWhenItDrops()
{
    IntakeQueue queue(1);
    wire::Describe describe;
    describe.asset = "a";
    queue.put({FeedId{0}, describe});
    queue.put(batchItem("a", 1));
    const auto items = queue.take(10, 1ms);
    QCOMPARE(items.size(), std::size_t(2));
    QVERIFY(std::holds_alternative<wire::Describe>(items[0].what));
    QVERIFY(std::holds_alternative<SampleBatch>(items[1].what));
    QCOMPARE(queue.droppedBatches(), std::uint64_t(0));
}

/// An hour in which nobody takes, on a feed that loses every second message and says four times a second how it is.
void TestIntakeQueue::whatIsKeptWhileNobodyTakesIsBounded()
{
    constexpr std::uint64_t kMessages = 36'000;
    IntakeQueue queue(8);
    for (std::uint64_t i = 0; i < kMessages; ++i) {
        wire::Describe describe;
        describe.asset = "a";
        describe.epoch = i;
        FeedHealth health;
        health.frames = i;
        health.state = i < kMessages / 2 ? FeedState::Live : FeedState::Lost;
        queue.put({FeedId{0}, feed::Gap{.asset = "a", .lostMessages = 1}});
        queue.put(batchItem("a", i));
        queue.put({FeedId{0}, describe});
        queue.put({FeedId{0}, health});
    }
    const auto items = queue.take(1000, 1ms);
    QCOMPARE(items.size(), std::size_t(8 + 4)); // the description, one gap, and the feed as it was in each of its two states
    QCOMPARE(std::get<wire::Describe>(items[0].what).epoch, kMessages - 3);
    QCOMPARE(std::get<feed::Gap>(items[1].what).lostMessages, 2 * (kMessages - 2));
    QVERIFY(std::get<FeedHealth>(items[2].what).state == FeedState::Live);
    QVERIFY(std::get<FeedHealth>(items[3].what).state == FeedState::Lost);
    QCOMPARE(std::get<FeedHealth>(items[3].what).frames, kMessages - 3);
}

void TestIntakeQueue::largeItemsAreBoundedByTheirBytes_data()
{
    QTest::addColumn<bool>("wide");
    QTest::newRow("many sensors") << true;
    QTest::newRow("many rows") << false;
}

void TestIntakeQueue::largeItemsAreBoundedByTheirBytes()
{
    QFETCH(bool, wide);
    constexpr std::size_t kValues = 10'000;
    const auto item = [wide](std::uint64_t seq) { return wide ? wideItem(seq, kValues) : longItem(seq, kValues); };
    const std::size_t each = bytesOf(item(0));
    QVERIFY(each >= kValues * sizeof(double));
    IntakeQueue queue(1000, 3 * each + each / 2);
    for (std::uint64_t i = 1; i <= 20; ++i)
        queue.put(item(i));
    QCOMPARE(queue.size(), std::size_t(3));
    QCOMPARE(queue.droppedBatches(), std::uint64_t(17));
    QCOMPARE(queue.droppedSamples(), std::uint64_t(17 * kValues));
    const auto items = queue.take(10, 1ms);
    QCOMPARE(items.size(), std::size_t(4));
    QCOMPARE(std::get<feed::Gap>(items[0].what).lostMessages, std::uint64_t(17));
    for (std::uint64_t i = 1; i <= 3; ++i)
        QCOMPARE(*std::get<SampleBatch>(items[i].what).seq, 17 + i);
}

void TestIntakeQueue::oneItemAlwaysHasRoom()
{
    IntakeQueue queue(8, 1);
    queue.put(batchItem("a", 1));
    QCOMPARE(queue.droppedBatches(), std::uint64_t(0));
    queue.put(batchItem("a", 2));
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(queue.droppedBatches(), std::uint64_t(1));
}

void TestIntakeQueue::whatWasTakenMakesRoom()
{
    const std::size_t each = bytesOf(longItem(0, 1000));
    IntakeQueue queue(100, 4 * each);
    for (std::uint64_t i = 1; i <= 100; ++i) {
        queue.put(longItem(i, 1000));
        if (i % 4 == 0)
            QCOMPARE(queue.take(10, 1ms).size(), std::size_t(4));
    }
    QCOMPARE(queue.droppedBatches(), std::uint64_t(0));
}

/// While one puts and another takes: two messages that do not follow each other have a gap between them that says by how much.
void TestIntakeQueue::noHoleIsWithoutItsGap()
{
    constexpr std::uint64_t kMessages = 200'000;
    IntakeQueue queue(16);
    std::thread feed([&queue] {
        for (std::uint64_t i = 1; i <= kMessages; ++i)
            queue.put(batchItem("a", i));
        queue.close();
    });
    std::uint64_t expected = 1;
    std::uint64_t holes = 0;
    std::uint64_t wrong = 0;
    while (!queue.drained()) {
        for (const IntakeItem &item : queue.take(4, 1ms)) {
            if (const auto *gap = std::get_if<feed::Gap>(&item.what)) {
                expected += gap->lostMessages;
                ++holes;
                continue;
            }
            wrong += *std::get<SampleBatch>(item.what).seq == expected ? 0 : 1;
            expected = *std::get<SampleBatch>(item.what).seq + 1;
        }
    }
    feed.join();
    QVERIFY(holes > 0);
    QCOMPARE(wrong, std::uint64_t(0));
    QCOMPARE(expected, kMessages + 1);
}

void TestIntakeQueue::accountsForEveryBatch()
{
    constexpr std::uint64_t kPerFeed = 20'000;
    IntakeQueue queue(64);
    std::vector<std::thread> feeds;
    for (const char *asset : {"a", "b"}) {
        feeds.emplace_back([&queue, asset] {
            for (std::uint64_t i = 1; i <= kPerFeed; ++i)
                queue.put(batchItem(asset, i));
        });
    }
    std::thread closer([&] {
        for (auto &feed : feeds)
            feed.join();
        queue.close();
    });
    std::uint64_t taken = 0;
    std::uint64_t announced = 0;
    const auto count = [&](const std::vector<IntakeItem> &items) {
        for (const auto &item : items) {
            if (std::holds_alternative<SampleBatch>(item.what))
                ++taken;
            else
                announced += std::get<feed::Gap>(item.what).lostMessages;
        }
    };
    while (!queue.drained())
        count(queue.take(32, 1ms));
    closer.join();
    count(queue.take(32, 1ms));
    QCOMPARE(taken + announced, 2 * kPerFeed);
    QCOMPARE(announced, queue.droppedBatches());
}

QTEST_APPLESS_MAIN(TestIntakeQueue)
#include "tst_intake_queue.moc"
