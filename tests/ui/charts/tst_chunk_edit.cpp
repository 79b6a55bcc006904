// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/chunk_edit.h"

#include <QtTest>
#include <algorithm>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;

namespace {

const std::int64_t kZero = toNanos(SnapshotBuilder::kStart);
constexpr std::int64_t kSecond = 1'000'000'000;

/// `count` samples from `firstSec`, `stepSec` apart; the value is the second.
ChunkPtr seconds(std::int64_t firstSec, std::int64_t stepSec, std::size_t count)
{
    return SnapshotBuilder::chunk(SensorId{3}, SnapshotBuilder::kStart + firstSec * 1s, stepSec * 1s, count, [=](std::size_t i) {
        return SnapshotBuilder::Reading{.value = double(firstSec + stepSec * std::int64_t(i)), .score = 0.5};
    });
}

class TestChunkEdit : public QObject {
    Q_OBJECT
private slots:
    void cutsHalfOpen()
    {
        const ChunkPtr part = cutChunk(seconds(0, 1, 100), {kZero + 10 * kSecond, kZero + 20 * kSecond});
        QCOMPARE(part->size(), 10U);
        QCOMPARE(part->value.front(), 10.0);
        QCOMPARE(part->value.back(), 19.0);
        QCOMPARE(part->score.size(), 10U);
        QVERIFY(!part->levels.empty());
        QCOMPARE(part->levels[0][0].max, 19.0F);
    }

    void sharesAChunkThatIsNotCut()
    {
        const ChunkPtr whole = seconds(0, 1, 100);
        QCOMPARE(cutChunk(whole, {kZero - kSecond, kZero + 100 * kSecond}), whole);
    }

    void nothingInsideGivesNull()
    {
        QVERIFY(!cutChunk(seconds(0, 1, 100), {kZero + 200 * kSecond, kZero + 300 * kSecond}));
        QVERIFY(!cutChunk(nullptr, {0, 1}));
        QVERIFY(!cutChunk(std::make_shared<const Chunk>(), {0, kZero}));
    }

    void leavesChunksThatLieApart()
    {
        const ChunkPtr early = seconds(0, 1, 10);
        const ChunkPtr late = seconds(20, 1, 10);
        QCOMPARE(untangled({late, nullptr, early}), (std::vector<ChunkPtr>{early, late}));
    }

    void mergesChunksThatLieAcrossEachOther()
    {
        // Even seconds in two chunks, and the odd ones between them that came late.
        const auto merged = untangled({seconds(0, 2, 1000), seconds(2000, 2, 1000), seconds(1501, 2, 500)});
        std::vector<std::int64_t> times;
        for (const ChunkPtr &chunk : merged) {
            QVERIFY(chunk->size() <= Chunk::kCapacity);
            QVERIFY(!chunk->levels.empty());
            QVERIFY(times.empty() || chunk->t.front() >= times.back());
            times.insert(times.end(), chunk->t.begin(), chunk->t.end());
        }
        QCOMPARE(times.size(), 2500U);
        QVERIFY(std::is_sorted(times.begin(), times.end()));
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestChunkEdit)
#include "tst_chunk_edit.moc"
