// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rollup_cells.h"

#include "core/store/rollup_block.h"
#include "tests/support/alarm_builders.h"
#include "tests/support/history_builders.h"

#include <QtTest>

#include <limits>
#include <map>
#include <random>

using namespace telltale;
using namespace telltale::store;

namespace {

constexpr std::int64_t kMinute = 60'000'000'000;

Chunk chunkOf(const std::vector<std::pair<std::int64_t, double>> &samples)
{
    Chunk chunk;
    for (const auto &[t, value] : samples) {
        chunk.t.push_back(t);
        chunk.value.push_back(value);
    }
    chunk.score.assign(chunk.size(), 0.0F);
    chunk.lower = chunk.upper = chunk.score;
    chunk.flags.assign(chunk.size(), 0);
    return chunk;
}

/// The definition of a cell, word for word.
RollupCells slowCells(const Chunk &chunk, RollupLevel level)
{
    std::map<std::int64_t, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < chunk.size(); ++i)
        places[cellIndex(chunk.t[i], level)].push_back(i);
    RollupCells cells;
    for (auto &[index, inside] : places) {
        std::ranges::stable_sort(inside, {}, [&](std::size_t i) { return chunk.t[i]; });
        RollupCell cell;
        cell.index = index;
        const auto finite = [&](std::size_t i) { return std::isfinite(chunk.value[i]); };
        std::vector<std::size_t> shown = inside;
        if (std::ranges::any_of(inside, finite))
            std::erase_if(shown, [&](std::size_t i) { return !finite(i); });
        cell.firstAt = chunk.t[shown.front()];
        cell.lastAt = chunk.t[shown.back()];
        for (const std::size_t i : inside) {
            const double value = chunk.value[i];
            cell.anomalous += chunk.verdict(i) == Verdict::Anomalous ? 1 : 0;
            if (!std::isfinite(value)) {
                ++cell.missing;
                continue;
            }
            cell.first = cell.count == 0 ? value : cell.first;
            cell.min = cell.count == 0 ? value : std::min(cell.min, value);
            cell.max = cell.count == 0 ? value : std::max(cell.max, value);
            cell.last = value;
            cell.sum += value;
            ++cell.count;
        }
        cells.push_back(cell);
    }
    return cells;
}

bool same(double a, double b)
{
    return std::isnan(a) ? std::isnan(b) : a == b;
}

Chunk randomChunk(std::mt19937_64 &random, std::int64_t from, std::int64_t longestStep, bool sorted)
{
    Chunk chunk;
    std::int64_t t = from;
    for (std::size_t i = 0; i < Chunk::kCapacity; ++i) {
        t += std::int64_t(random() % std::uint64_t(longestStep)) - (sorted ? 0 : longestStep / 3);
        chunk.t.push_back(t);
        chunk.value.push_back(random() % 20 == 0 ? kMissing : double(random() % 100'000) / 100.0);
        chunk.flags.push_back(random() % 50 == 0 ? std::uint8_t(unsigned(Verdict::Anomalous) << Chunk::kVerdictShift) : std::uint8_t{0});
    }
    chunk.score.assign(chunk.size(), 0.0F);
    chunk.lower = chunk.upper = chunk.score;
    return chunk;
}

} // namespace

class TestRollupCells : public QObject {
    Q_OBJECT
private slots:
    void aMinuteIsSummedUp();
    void timesBefore1970HaveCellsOfTheirOwn();
    void equalsItsDefinition_data();
    void equalsItsDefinition();
    void mergingIsTheSameInAnyOrder();
    void aBlockComesBack();
    void aBlockRefusesCellsOfAnother();
    void aDamagedBlockIsRefused();
    void everyTimeHasARow();
    void drawnCellsKeepTheirExtremes();
};

void TestRollupCells::aMinuteIsSummedUp()
{
    const double inf = std::numeric_limits<double>::infinity();
    const RollupCells cells = cellsOf(chunkOf({{1, 5.0}, {2, kMissing}, {3, -2.0}, {4, inf}, {kMinute - 1, 7.5}, {kMinute, 1.0}}));
    QCOMPARE(cells.size(), std::size_t{2});
    QCOMPARE(cells[0].count, std::uint64_t{3});
    QCOMPARE(cells[0].missing, std::uint64_t{2});
    QCOMPARE(cells[0].min, -2.0);
    QCOMPARE(cells[0].max, 7.5);
    QCOMPARE(cells[0].first, 5.0);
    QCOMPARE(cells[0].last, 7.5);
    QCOMPARE(cells[0].mean(), 3.5);
    QCOMPARE(cells[0].lastAt, kMinute - 1);
    QCOMPARE(cells[1].index, std::int64_t{1});
}

void TestRollupCells::timesBefore1970HaveCellsOfTheirOwn()
{
    QCOMPARE(cellIndex(-1, RollupLevel::Minute), std::int64_t{-1});
    QCOMPARE(cellIndex(-kMinute, RollupLevel::Minute), std::int64_t{-1});
    const RollupCells cells = cellsOf(chunkOf({{-kMinute - 1, 1.0}, {-1, 2.0}, {0, 3.0}}));
    QCOMPARE(cells.size(), std::size_t{3});
    const RollupCells hours = coarsened(cells, RollupLevel::Minute, RollupLevel::Hour);
    QCOMPARE(hours.size(), std::size_t{2});
    QCOMPARE(hours[0].index, std::int64_t{-1});
    QCOMPARE(hours[0].count, std::uint64_t{2});
}

void TestRollupCells::equalsItsDefinition_data()
{
    QTest::addColumn<qint64>("longestStep");
    QTest::addColumn<bool>("sorted");
    QTest::newRow("many a minute") << qint64(kMinute / 20) << true;
    QTest::newRow("one a minute") << qint64(2 * kMinute) << true;
    QTest::newRow("one a day") << qint64(48 * 60 * kMinute) << true;
    QTest::newRow("back and forth") << qint64(kMinute / 2) << false;
}

void TestRollupCells::equalsItsDefinition()
{
    QFETCH(qint64, longestStep);
    QFETCH(bool, sorted);
    std::mt19937_64 random(20261123);
    for (int round = 0; round < 20; ++round) {
        const Chunk chunk = randomChunk(random, std::int64_t(random() % 1'000) * kMinute - 500 * kMinute, longestStep, sorted);
        const RollupCells minutes = cellsOf(chunk);
        QVERIFY(test::sameCells(minutes, slowCells(chunk, RollupLevel::Minute)));
        QVERIFY(test::sameCells(coarsened(minutes, RollupLevel::Minute, RollupLevel::Hour), slowCells(chunk, RollupLevel::Hour)));
        QVERIFY(test::sameCells(coarsened(minutes, RollupLevel::Minute, RollupLevel::Day), slowCells(chunk, RollupLevel::Day)));
    }
}

void TestRollupCells::mergingIsTheSameInAnyOrder()
{
    std::mt19937_64 random(3);
    Chunk all;
    std::vector<RollupCells> parts;
    for (int i = 0; i < 4; ++i) {
        const Chunk chunk = randomChunk(random, i * 100 * kMinute, kMinute / 2, true);
        parts.push_back(cellsOf(chunk));
        all.t.insert(all.t.end(), chunk.t.begin(), chunk.t.end());
        all.value.insert(all.value.end(), chunk.value.begin(), chunk.value.end());
        all.flags.insert(all.flags.end(), chunk.flags.begin(), chunk.flags.end());
    }
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
        RollupCells merged;
        for (const std::size_t i : order)
            merged = mergedCells(merged, parts[i]);
        QVERIFY(test::sameCells(merged, slowCells(all, RollupLevel::Minute)));
    } while (std::ranges::next_permutation(order).found);
}

void TestRollupCells::aBlockComesBack()
{
    std::mt19937_64 random(4);
    const std::int64_t start = 1000 * kBlockCells * kMinute;
    const RollupCells cells = cellsOf(randomChunk(random, start, kMinute / 4, true));
    const std::int64_t key = blockKey(17, RollupLevel::Minute, cells.front().index);
    QCOMPARE(sensorOf(key), std::int64_t{17});
    QCOMPARE(levelOf(key), RollupLevel::Minute);
    QCOMPARE(firstCellOf(key), 1000 * kBlockCells);
    const auto bytes = encodeBlock(key, cells);
    QVERIFY(bytes.ok());
    const auto back = decodeBlock(key, *bytes);
    QVERIFY(back.ok());
    QVERIFY(test::sameCells(*back, cells));
    for (std::size_t i = 0; i < cells.size(); ++i)
        QCOMPARE((*back)[i].sum, cells[i].sum);
}

void TestRollupCells::aBlockRefusesCellsOfAnother()
{
    RollupCell cell;
    cell.index = kBlockCells;
    QCOMPARE(encodeBlock(blockKey(1, RollupLevel::Day, 0), {cell}).error().kind, ErrorKind::InvalidArgument);
    cell.index = 3;
    QCOMPARE(encodeBlock(blockKey(1, RollupLevel::Day, 0), {cell, cell}).error().kind, ErrorKind::InvalidArgument);
}

void TestRollupCells::aDamagedBlockIsRefused()
{
    std::mt19937_64 random(6);
    const RollupCells cells = cellsOf(randomChunk(random, 0, kMinute / 4, true));
    const std::int64_t key = blockKey(1, RollupLevel::Minute, 0);
    const auto bytes = *encodeBlock(key, cells);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto flipped = bytes;
        flipped[i] ^= std::byte(1U << (random() % 8));
        QVERIFY(!decodeBlock(key, flipped).ok());
        QVERIFY(!decodeBlock(key, std::span(bytes).first(i)).ok());
    }
}

void TestRollupCells::everyTimeHasARow()
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (const std::int64_t t : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::int64_t{0},
                                 std::int64_t{2'000'000'000'000'000'000}, std::numeric_limits<std::int64_t>::max()}) {
        const std::int64_t cell = cellIndex(t, RollupLevel::Minute);
        const std::int64_t key = blockKey(9, RollupLevel::Minute, cell);
        QVERIFY(key >= last);
        QCOMPARE(sensorOf(key), std::int64_t{9});
        QVERIFY(cell >= firstCellOf(key) && cell < firstCellOf(key) + kBlockCells);
        last = key;
    }
    QVERIFY(blockKey(9, RollupLevel::Hour, cellIndex(0, RollupLevel::Hour)) > last);
}

void TestRollupCells::drawnCellsKeepTheirExtremes()
{
    std::mt19937_64 random(8);
    const RollupCells cells = cellsOf(randomChunk(random, 0, kMinute, true));
    RollupCells drawn;
    for (const ChunkPtr &chunk : drawableChunks(cells)) {
        QVERIFY(std::ranges::is_sorted(chunk->t));
        QVERIFY(!chunk->levels.empty());
        drawn = mergedCells(drawn, cellsOf(*chunk));
    }
    QCOMPARE(drawn.size(), cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QVERIFY(same(drawn[i].min, cells[i].min) && same(drawn[i].max, cells[i].max));
        QVERIFY(same(drawn[i].first, cells[i].first) && same(drawn[i].last, cells[i].last));
        QCOMPARE(drawn[i].anomalous > 0, cells[i].anomalous > 0);
    }
}

QTEST_APPLESS_MAIN(TestRollupCells)
#include "tst_rollup_cells.moc"
