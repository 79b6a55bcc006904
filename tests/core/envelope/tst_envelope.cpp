// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/envelope/envelope.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <optional>
#include <random>

using namespace telltale;
using envelope::Column;

namespace {

constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Sample {
    std::int64_t t;
    double value;
    std::uint8_t flags = 0;
};

ChunkPtr chunkOf(const std::vector<Sample> &samples, bool sealed = true)
{
    auto chunk = std::make_shared<Chunk>();
    for (const Sample &sample : samples) {
        chunk->t.push_back(sample.t);
        chunk->value.push_back(sample.value);
        chunk->flags.push_back(sample.flags);
    }
    if (sealed)
        envelope::buildLevels(*chunk);
    return chunk;
}

std::vector<Column> reduce(const std::vector<ChunkPtr> &chunks, std::int64_t from, std::int64_t to, std::size_t columns,
                           std::uint64_t longestStep = envelope::kAnyStep)
{
    return envelope::reduce(chunks, from, to, columns, longestStep);
}

/// With a summary of every chunk at hand.
std::vector<Column> reduceBySummaries(std::vector<ChunkPtr> chunks, std::int64_t from, std::int64_t to, std::size_t columns,
                                      std::uint64_t longestStep = envelope::kAnyStep)
{
    std::erase_if(chunks, [](const ChunkPtr &chunk) { return chunk->empty(); });
    std::vector<envelope::Summary> summaries;
    for (const ChunkPtr &chunk : chunks)
        summaries.push_back(envelope::summaryOf(*chunk));
    return envelope::reduce(chunks, summaries, from, to, columns, longestStep);
}

/// Looks at every sample and every column.
std::vector<Column> scan(const std::vector<ChunkPtr> &chunks, std::int64_t from, std::int64_t to, std::size_t columns,
                         std::uint64_t longestStep = envelope::kAnyStep)
{
    __extension__ using Wide = __int128;
    std::vector<Column> result(columns);
    const auto start = [&](std::size_t column) { return Wide{from} + (Wide{to} - from) * column / columns; };
    bool broken = false;
    std::optional<std::int64_t> newest;
    std::size_t at = 0;
    for (const ChunkPtr &chunk : chunks) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            if (chunk->t[i] < from || chunk->t[i] >= to)
                continue;
            const double value = chunk->value[i];
            broken = broken || (newest && Wide{chunk->t[i]} - *newest > longestStep);
            newest = chunk->t[i];
            broken = broken || !std::isfinite(value) || (chunk->flags[i] & Chunk::kGapBefore) != 0;
            if (!std::isfinite(value))
                continue;
            while (start(at + 1) <= chunk->t[i])
                ++at;
            Column &column = result[at];
            const auto shown = static_cast<float>(value);
            const bool fresh = column.min > column.max;
            column.min = fresh ? shown : std::min(column.min, shown);
            column.max = fresh ? shown : std::max(column.max, shown);
            column.first = fresh ? shown : column.first;
            column.last = shown;
            column.gap = fresh ? broken : column.gap;
            broken = false;
        }
    }
    return result;
}

bool same(const Column &a, const Column &b)
{
    if (a.empty() || b.empty())
        return a.empty() && b.empty() && a.gap == b.gap;
    return a.min == b.min && a.max == b.max && a.first == b.first && a.last == b.last && a.gap == b.gap;
}

QString differences(const std::vector<Column> &got, const std::vector<Column> &wanted)
{
    if (got.size() != wanted.size())
        return QStringLiteral("%1 columns, not %2").arg(got.size()).arg(wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        if (!same(got[i], wanted[i]))
            return QStringLiteral("column %1: %2…%3 %4→%5 gap %6, not %7…%8 %9→%10 gap %11")
                .arg(i)
                .arg(got[i].min)
                .arg(got[i].max)
                .arg(got[i].first)
                .arg(got[i].last)
                .arg(got[i].gap)
                .arg(wanted[i].min)
                .arg(wanted[i].max)
                .arg(wanted[i].first)
                .arg(wanted[i].last)
                .arg(wanted[i].gap);
    }
    return {};
}

/// Chunks of many sizes with equal times, missing values, infinities and gap marks.
class Series {
public:
    explicit Series(std::uint64_t seed, double missingShare) : m_random(seed), m_missing(missingShare) {}

    std::vector<ChunkPtr> chunks(std::size_t count)
    {
        std::vector<ChunkPtr> result;
        for (std::size_t i = 0; i < count; ++i)
            result.push_back(chunkOf(samples(1 + m_random() % 1024), i + 1 < count));
        return result;
    }
    std::int64_t pick(std::int64_t low, std::int64_t high) { return std::uniform_int_distribution<std::int64_t>(low, high)(m_random); }
    [[nodiscard]] std::int64_t now() const { return m_now; }

private:
    std::vector<Sample> samples(std::size_t count)
    {
        std::vector<Sample> result;
        std::size_t missingRun = 0;
        for (std::size_t i = 0; i < count; ++i) {
            m_now += pick(0, 3) * (m_random() % 50 == 0 ? 1000 : 1);
            if (missingRun == 0 && share() < m_missing)
                missingRun = 1 + m_random() % 100;
            missingRun -= missingRun > 0;
            const double value = missingRun > 0 ? (m_random() % 2 == 0 ? kMissing : kInfinity) : m_normal(m_random);
            const std::uint8_t late = m_random() % 20 == 0 ? Chunk::kNotScored : 0;
            const std::uint8_t gap = share() < m_missing ? Chunk::kGapBefore : 0;
            result.push_back({m_now, value, static_cast<std::uint8_t>(late | gap)});
        }
        return result;
    }
    double share() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_random); }

    std::mt19937_64 m_random;
    std::normal_distribution<double> m_normal;
    double m_missing;
    std::int64_t m_now = 0;
};

} // namespace

class TestEnvelope : public QObject {
    Q_OBJECT

private slots:
    void summarises16SamplesACell();
    void marksACellWithoutAValue();
    void equalsAScanOfAllSamples_data();
    void equalsAScanOfAllSamples();
    void columnsAreHalfOpen();
    void answersWithEmptyColumns_data();
    void answersWithEmptyColumns();
    void takesTheWholeRangeOf64Bits();
    void aMissingValueBreaksTheLine();
    void aGapMarkBreaksTheLineOnce();
    void timeWithoutSamplesBreaksTheLine();
    void drawsLateSamples();
    void valuesBeyondFloatStayFinite();
    void chunksMayTouchAtOneTime();
};

void TestEnvelope::summarises16SamplesACell()
{
    std::vector<Sample> samples;
    for (std::int64_t i = 0; i < 300; ++i)
        samples.push_back({i, static_cast<double>(i % 2 == 0 ? -i : i)});
    const ChunkPtr chunk = chunkOf(samples);
    QCOMPARE(chunk->levels.size(), 3U);
    QCOMPARE(chunk->levels[0].size(), 19U);
    QCOMPARE(chunk->levels[1].size(), 2U);
    QCOMPARE(chunk->levels[2].size(), 1U);
    QCOMPARE(chunk->levels[0][1].min, -30.0F);
    QCOMPARE(chunk->levels[0][1].max, 31.0F);
    QCOMPARE(chunk->levels[0][18].max, 299.0F);
    QCOMPARE(chunk->levels[1][1].min, -298.0F);
    QCOMPARE(chunk->levels[2][0].max, 299.0F);
}

void TestEnvelope::marksACellWithoutAValue()
{
    std::vector<Sample> samples(40, Sample{0, 1.0});
    for (std::size_t i = 16; i < 32; ++i)
        samples[i].value = kMissing;
    const ChunkPtr chunk = chunkOf(samples);
    QVERIFY(chunk->levels[0][1].min > chunk->levels[0][1].max);
    QCOMPARE(chunk->levels[1][0].max, 1.0F);

    Chunk none;
    envelope::buildLevels(none);
    QVERIFY(none.levels.empty());
}

void TestEnvelope::equalsAScanOfAllSamples_data()
{
    QTest::addColumn<double>("missing");
    QTest::addColumn<int>("maxColumns");
    for (const double missing : {0.0, 0.02, 0.6})
        for (const int maxColumns : {3, 200, 5000})
            QTest::addRow("missing %g, up to %d columns", missing, maxColumns) << missing << maxColumns;
}

void TestEnvelope::equalsAScanOfAllSamples()
{
    QFETCH(double, missing);
    QFETCH(int, maxColumns);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Series series(seed, missing);
        const std::vector<ChunkPtr> chunks = series.chunks(1 + seed % 5);
        for (int round = 0; round < 6; ++round) {
            const std::int64_t from = round == 0 ? -5 : series.pick(-10, series.now());
            const std::int64_t to = round == 0 ? series.now() + 5 : series.pick(from + 1, series.now() + 20);
            const auto columns = static_cast<std::size_t>(series.pick(1, maxColumns));
            const std::uint64_t longest = round % 2 == 0 ? envelope::kAnyStep : static_cast<std::uint64_t>(series.pick(0, 4));
            const std::vector<Column> expected = scan(chunks, from, to, columns, longest);
            for (const auto &answer : {reduce(chunks, from, to, columns, longest), reduceBySummaries(chunks, from, to, columns, longest)}) {
                const QString wrong = differences(answer, expected);
                QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1 [%2, %3) %4").arg(seed).arg(from).arg(to).arg(wrong)));
            }
        }
    }
}

void TestEnvelope::columnsAreHalfOpen()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {9, 2.0}, {10, 3.0}, {19, 4.0}, {20, 5.0}})};
    const std::vector<Column> columns = reduce(chunks, 0, 20, 2);
    QCOMPARE(columns[0].min, 1.0F);
    QCOMPARE(columns[0].max, 2.0F);
    QCOMPARE(columns[1].first, 3.0F);
    QCOMPARE(columns[1].last, 4.0F);
}

void TestEnvelope::answersWithEmptyColumns_data()
{
    QTest::addColumn<std::int64_t>("from");
    QTest::addColumn<std::int64_t>("to");
    QTest::addColumn<bool>("anyChunk");
    QTest::newRow("no chunks") << std::int64_t{0} << std::int64_t{100} << false;
    QTest::newRow("before the samples") << std::int64_t{-50} << std::int64_t{10} << true;
    QTest::newRow("after the samples") << std::int64_t{13} << std::int64_t{100} << true;
    QTest::newRow("between two samples") << std::int64_t{11} << std::int64_t{12} << true;
    QTest::newRow("an empty range") << std::int64_t{10} << std::int64_t{10} << true;
    QTest::newRow("a range backwards") << std::int64_t{100} << std::int64_t{0} << true;
}

void TestEnvelope::answersWithEmptyColumns()
{
    QFETCH(std::int64_t, from);
    QFETCH(std::int64_t, to);
    QFETCH(bool, anyChunk);
    std::vector<ChunkPtr> chunks;
    if (anyChunk)
        chunks = {chunkOf({{10, 1.0}, {12, 2.0}}), chunkOf({}, false), nullptr};
    const std::vector<Column> columns = reduce(chunks, from, to, 7);
    QCOMPARE(columns.size(), 7U);
    for (const Column &column : columns)
        QVERIFY(column.empty() && !column.gap);
    QVERIFY(reduce(chunks, from, to, 0).empty());
}

void TestEnvelope::takesTheWholeRangeOf64Bits()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{kFirst, 1.0}, {-1, 2.0}, {0, 3.0}, {kLast - 1, 4.0}, {kLast, 5.0}})};
    for (const std::size_t columns : {1U, 2U, 3U, 1000U}) {
        QCOMPARE(differences(reduce(chunks, kFirst, kLast, columns), scan(chunks, kFirst, kLast, columns)), QString());
        QCOMPARE(differences(reduceBySummaries(chunks, kFirst, kLast, columns), scan(chunks, kFirst, kLast, columns)), QString());
    }
    const std::vector<Column> halves = reduce(chunks, kFirst, kLast, 2);
    QCOMPARE(halves[0].first, 1.0F);
    QCOMPARE(halves[1].last, 4.0F);
}

void TestEnvelope::aMissingValueBreaksTheLine()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {1, 2.0}, {2, kMissing}, {10, 3.0}, {20, 4.0}, {30, kMissing}, {31, 5.0}})};
    const std::vector<Column> columns = reduce(chunks, 0, 40, 4);
    QCOMPARE(columns[1].gap, true);
    QCOMPARE(columns[2].gap, false);
    QCOMPARE(columns[3].gap, true);
}

void TestEnvelope::aGapMarkBreaksTheLineOnce()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {10, 2.0, Chunk::kGapBefore}, {11, 2.5}, {20, 3.0}})};
    const std::vector<Column> columns = reduce(chunks, 0, 30, 3);
    QCOMPARE(columns[0].gap, false);
    QCOMPARE(columns[1].gap, true);
    QCOMPARE(columns[2].gap, false);
}

void TestEnvelope::timeWithoutSamplesBreaksTheLine()
{
    // Inside a chunk, and between two.
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {5, 2.0}, {10, 2.0}, {30, 3.0}}), chunkOf({{35, 3.0}, {40, 4.0}}),
                                       chunkOf({{60, 5.0}})};
    const std::vector<Column> columns = reduce(chunks, 0, 70, 7, 15);
    QVERIFY(!columns[1].gap);
    QVERIFY(columns[3].gap);
    QVERIFY(!columns[4].gap);
    QVERIFY(columns[6].gap);
}

void TestEnvelope::drawsLateSamples()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {0, 7.0, Chunk::kNotScored}, {5, 2.0}})};
    const std::vector<Column> columns = reduce(chunks, 0, 10, 1);
    QCOMPARE(columns[0].max, 7.0F);
    QCOMPARE(columns[0].first, 1.0F);
}

void TestEnvelope::valuesBeyondFloatStayFinite()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1e308}, {1, -1e308}})};
    const std::vector<Column> columns = reduce(chunks, 0, 2, 1);
    QCOMPARE(columns[0].max, std::numeric_limits<float>::max());
    QCOMPARE(columns[0].min, std::numeric_limits<float>::lowest());
}

void TestEnvelope::chunksMayTouchAtOneTime()
{
    const std::vector<ChunkPtr> chunks{chunkOf({{0, 1.0}, {10, 2.0}}), chunkOf({{10, 9.0}, {10, 3.0}}), chunkOf({{10, 0.5}}, false)};
    const std::vector<Column> columns = reduce(chunks, 10, 20, 1);
    QCOMPARE(columns[0].min, 0.5F);
    QCOMPARE(columns[0].max, 9.0F);
    QCOMPARE(columns[0].first, 2.0F);
    QCOMPARE(columns[0].last, 0.5F);
}

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
