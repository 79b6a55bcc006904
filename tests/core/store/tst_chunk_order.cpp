// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chunk_order.h"

#include "tests/support/alarm_builders.h"

#include <QtTest>

#include <algorithm>

using namespace telltale;
using namespace telltale::store;
using test::chunkOf;

namespace {

std::vector<std::int64_t> timesOf(const std::vector<ChunkPtr> &chunks)
{
    std::vector<std::int64_t> times;
    for (const ChunkPtr &chunk : chunks)
        times.insert(times.end(), chunk->t.begin(), chunk->t.end());
    return times;
}

} // namespace

class TestChunkOrder : public QObject {
    Q_OBJECT
private slots:
    void keepsChunksThatAreInOrder();
    void sortsChunksThatDoNotOverlap();
    void mergesARunThatPassedTheSameTimeAgain();
    void mergesLateRows();
    void forgetsEmptyChunks();
    void givesLevelsToBigChunksOnly();
};

void TestChunkOrder::keepsChunksThatAreInOrder()
{
    const auto ordered = inTimeOrder({*chunkOf(100, 0), *chunkOf(100, 100)});
    QCOMPARE(ordered.size(), std::size_t(2));
    QCOMPARE(ordered[0]->t, chunkOf(100, 0)->t);
    QCOMPARE(ordered[1]->value, chunkOf(100, 100)->value);
}

void TestChunkOrder::sortsChunksThatDoNotOverlap()
{
    const auto ordered = inTimeOrder({*chunkOf(10, 100), *chunkOf(10, 0)});
    QCOMPARE(ordered.size(), std::size_t(2));
    QVERIFY(std::ranges::is_sorted(timesOf(ordered)));
}

void TestChunkOrder::mergesARunThatPassedTheSameTimeAgain()
{
    const auto ordered = inTimeOrder({*chunkOf(1000, 0), *chunkOf(1000, 500), *chunkOf(50, 5000)});
    const auto times = timesOf(ordered);
    QCOMPARE(times.size(), std::size_t(2050));
    QVERIFY(std::ranges::is_sorted(times));
    QCOMPARE(ordered.size(), std::size_t(3)); // 1024 + 976, then the one apart
    QCOMPARE(ordered.back()->size(), std::size_t(50));
    QVERIFY(ordered[0]->size() <= Chunk::kCapacity);
}

void TestChunkOrder::mergesLateRows()
{
    Chunk late = *chunkOf(3, 0);
    std::swap(late.t[0], late.t[2]);
    late.value = {1, 2, 3};
    const auto ordered = inTimeOrder({late});
    QCOMPARE(ordered.front()->value, (std::vector<double>{3, 2, 1}));
}

void TestChunkOrder::forgetsEmptyChunks()
{
    QVERIFY(inTimeOrder({}).empty());
    QVERIFY(inTimeOrder({Chunk{}}).empty());
}

void TestChunkOrder::givesLevelsToBigChunksOnly()
{
    const auto ordered = inTimeOrder({*chunkOf(63, 0), *chunkOf(64, 100)});
    QVERIFY(ordered[0]->levels.empty());
    QCOMPARE(ordered[1]->levels.front().size(), std::size_t(4));
    QCOMPARE(ordered[1]->levels.front().front().min, float(*std::min_element(ordered[1]->value.begin(), ordered[1]->value.begin() + 16)));
}

QTEST_APPLESS_MAIN(TestChunkOrder)
#include "tst_chunk_order.moc"
