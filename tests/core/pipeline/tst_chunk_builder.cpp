// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/chunk_builder.h"

#include <QtTest>
#include <algorithm>

using namespace telltale;
using namespace telltale::pipeline;

namespace {

TracedSample at(std::int64_t t, double value = 0.0)
{
    TracedSample sample;
    sample.t = t;
    sample.value = value;
    return sample;
}

} // namespace

class TestChunkBuilder : public QObject {
    Q_OBJECT
private slots:
    void sealsAFullChunkWithItsLevels();
    void putsALateSampleWhereItsTimeBelongs();
    void keepsSamplesOlderThanTheTailApart();
    void forgetsTheOldestChunksBeyondItsBudget();
    void keepsTheNewestChunkWithoutABudgetUntilTheStoreHasIt();
    void handsOutATailOnlyWhenItChanged();
    void marksScoreBandAndGap();
};

void TestChunkBuilder::sealsAFullChunkWithItsLevels()
{
    ChunkBuilder builder(SensorId{7}, 8);
    ChunkPtr sealed;
    for (std::size_t i = 0; i < Chunk::kCapacity; ++i) {
        QVERIFY(!sealed);
        sealed = builder.add(at(std::int64_t(i), double(i)));
    }
    QVERIFY(sealed);
    QCOMPARE(sealed->size(), Chunk::kCapacity);
    QCOMPARE(sealed->sensor, SensorId{7});
    QCOMPARE(sealed->levels.front().size(), Chunk::kCapacity / 16);
    QCOMPARE(sealed->levels.front()[1].max, 31.0F);
    QVERIFY(builder.trace().tail->empty());
}

void TestChunkBuilder::putsALateSampleWhereItsTimeBelongs()
{
    ChunkBuilder builder(SensorId{0}, 8);
    builder.add(at(10, 1.0));
    builder.add(at(30, 3.0));
    TracedSample late = at(20, 2.0);
    late.scored = false;
    builder.add(late);
    const auto tail = builder.trace().tail;
    QCOMPARE(tail->value, std::vector<double>({1.0, 2.0, 3.0}));
    QVERIFY(tail->flags[1] & Chunk::kNotScored);
    QVERIFY(std::is_sorted(tail->t.begin(), tail->t.end()));
}

void TestChunkBuilder::keepsSamplesOlderThanTheTailApart()
{
    ChunkBuilder builder(SensorId{0}, 8);
    for (std::size_t i = 0; i < Chunk::kCapacity + 1; ++i)
        builder.add(at(1000 + std::int64_t(i)));
    builder.add(at(5, 42.0));
    QCOMPARE(builder.trace().tail->size(), std::size_t(1));
    const auto late = builder.takeLate();
    QVERIFY(late);
    QCOMPARE(late->value, std::vector<double>({42.0}));
    QVERIFY(!builder.takeLate());
}

void TestChunkBuilder::forgetsTheOldestChunksBeyondItsBudget()
{
    ChunkBuilder builder(SensorId{0}, 2);
    for (std::size_t i = 0; i < 5 * Chunk::kCapacity; ++i)
        builder.add(at(std::int64_t(i)));
    const auto trace = builder.trace();
    QCOMPARE(trace.sealed.size(), std::size_t(2));
    QCOMPARE(trace.sealed.front()->t.front(), std::int64_t(3 * Chunk::kCapacity));
}

void TestChunkBuilder::keepsTheNewestChunkWithoutABudgetUntilTheStoreHasIt()
{
    ChunkBuilder builder(SensorId{0}, 0);
    std::int64_t t = 0;
    for (std::size_t i = 0; i < 2 * Chunk::kCapacity + ChunkBuilder::kHandOver - 1; ++i)
        builder.add(at(++t));
    QCOMPARE(builder.trace().sealed.size(), std::size_t(1));
    QCOMPARE(builder.trace().sealed.front()->t.back(), std::int64_t(2 * Chunk::kCapacity));
    builder.add(at(++t));
    QVERIFY(builder.trace().sealed.empty());
    builder.add(at(std::int64_t(2 * Chunk::kCapacity)));
    QCOMPARE(builder.trace().tail->size(), ChunkBuilder::kHandOver);
    QVERIFY(builder.takeLate());
}

void TestChunkBuilder::handsOutATailOnlyWhenItChanged()
{
    ChunkBuilder builder(SensorId{0}, 8);
    QVERIFY(!builder.changedTail());
    builder.add(at(1));
    QVERIFY(builder.changedTail());
    QVERIFY(!builder.changedTail());
    const auto first = builder.trace().tail;
    QCOMPARE(builder.trace().tail, first);
    builder.add(at(2));
    QVERIFY(builder.trace().tail != first);
    QCOMPARE(first->size(), std::size_t(1));
}

void TestChunkBuilder::marksScoreBandAndGap()
{
    ChunkBuilder builder(SensorId{0}, 8);
    TracedSample sample = at(1, 5.0);
    sample.quality = Quality::Uncertain;
    sample.gapBefore = true;
    sample.score.verdict = Verdict::Anomalous;
    sample.score.value = 6.0;
    sample.score.limit = 3.0;
    sample.score.lower = -1.0;
    sample.score.upper = 1.0;
    builder.add(sample);
    const auto tail = builder.trace().tail;
    QCOMPARE(tail->quality(0), Quality::Uncertain);
    QCOMPARE(tail->verdict(0), Verdict::Anomalous);
    QVERIFY(tail->flags[0] & Chunk::kGapBefore);
    QCOMPARE(tail->score[0], 2.0F);
    QCOMPARE(tail->lower[0], -1.0F);
    QCOMPARE(tail->upper[0], 1.0F);
}

QTEST_APPLESS_MAIN(TestChunkBuilder)
#include "tst_chunk_builder.moc"
