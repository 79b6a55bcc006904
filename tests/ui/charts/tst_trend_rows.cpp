// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/trend_rows.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;
using Reading = SnapshotBuilder::Reading;

namespace {

constexpr UtcTime kStart = SnapshotBuilder::kStart;

constexpr std::int64_t at(std::int64_t second)
{
    return toNanos(kStart) + second * 1'000'000'000;
}

TrendSamples every(Duration step, std::size_t count, const std::function<Reading(std::size_t)> &reading)
{
    SnapshotBuilder builder(1);
    builder.addSamples(SensorId{0}, kStart, step, count, reading);
    TrendSamples samples;
    samples.setTrace(builder.build()->traces.at(0));
    return samples;
}

Reading counted(std::size_t i)
{
    return {.value = double(i), .score = double(i) / 100.0};
}

class TestTrendRows : public QObject {
    Q_OBJECT
private slots:
    void fewReadingsHaveARowEachNewestFirst();
    void sensorsShareTheRowsOfTheirInstants();
    void manyReadingsAreGatheredAndNothingIsLost();
    void whatIsOutOfTheOrdinaryIsCounted();
    void silenceIsSaid();
    void nothingInSightGivesNoRows();
};

void TestTrendRows::fewReadingsHaveARowEachNewestFirst()
{
    const TrendSamples samples = every(1s, 100, counted);
    const std::array<const TrendSamples *, 1> sensors{&samples};
    const TrendRows table = trendRows(sensors, {at(10), at(20)}, 10, 3s);
    QCOMPARE(table.rows.size(), 10U);
    QCOMPARE(table.step, Duration{0});
    QVERIFY(table.rows.front().from == kStart + 19s && table.rows.front().to == kStart + 19s);
    QCOMPARE(table.rows.front().cells[0].low, 19.0);
    QCOMPARE(table.rows.back().cells[0].high, 10.0);
    QCOMPARE(table.rows.back().cells[0].score, 0.1F);
}

void TestTrendRows::sensorsShareTheRowsOfTheirInstants()
{
    const TrendSamples fast = every(1s, 10, counted);
    const TrendSamples slow = every(5s, 2, counted);
    const std::array<const TrendSamples *, 2> sensors{&fast, &slow};
    const TrendRows table = trendRows(sensors, {at(0), at(10)}, 500, 3s);
    QCOMPARE(table.rows.size(), 10U);
    QCOMPARE(table.readings, 12U);
    for (std::size_t row = 0; row < 10; ++row)
        QCOMPARE(table.rows[row].cells[1].readings, row == 4 || row == 9 ? 1U : 0U);
    QVERIFY(std::isnan(table.rows[0].cells[1].low));
    QCOMPARE(table.rows[4].cells[1].low, 1.0);
}

void TestTrendRows::manyReadingsAreGatheredAndNothingIsLost()
{
    constexpr std::size_t kCount = 40 * Chunk::kCapacity; // whole chunks in a row, and parts of them
    const TrendSamples samples = every(1s, kCount, counted);
    const std::array<const TrendSamples *, 1> sensors{&samples};
    for (const std::size_t most : {7U, 300U}) {
        const TrendRows table = trendRows(sensors, {at(0), at(kCount)}, most, 3s);
        QVERIFY(table.rows.size() <= most && table.rows.size() + 1 >= most);
        QVERIFY(table.step >= Duration{1s} * std::int64_t(kCount / most));
        std::size_t readings = 0;
        double newer = double(kCount);
        for (const TrendRow &row : table.rows) {
            readings += row.cells[0].readings;
            QCOMPARE(row.cells[0].high, newer - 1.0);
            QCOMPARE(row.cells[0].low, std::ceil(toSeconds(row.from - kStart)));
            QCOMPARE(row.cells[0].score, float(row.cells[0].high / 100.0));
            newer = row.cells[0].low;
        }
        QCOMPARE(newer, 0.0);
        QCOMPARE(readings, kCount);
    }
}

void TestTrendRows::whatIsOutOfTheOrdinaryIsCounted()
{
    const TrendSamples samples = every(1s, 5000, [](std::size_t i) {
        const bool odd = i == 1234 || i == 1236;
        return Reading{.value = i == 1235 ? kMissing
                                : odd     ? 90.0
                                          : 20.0,
                       .verdict = odd         ? Verdict::Anomalous
                                  : i == 1235 ? Verdict::NoDecision
                                              : Verdict::Normal,
                       .quality = i == 1235 ? Quality::Bad : Quality::Good};
    });
    const std::array<const TrendSamples *, 1> sensors{&samples};
    const TrendRows table = trendRows(sensors, {at(0), at(5000)}, 5, 3s);
    QCOMPARE(table.rows.size(), 5U);
    const TrendCell &cell = table.rows[3].cells[0];
    QCOMPARE(cell.anomalous, 2U);
    QCOMPARE(cell.missing, 1U);
    QCOMPARE(cell.quality, Quality::Bad);
    QCOMPARE(cell.high, 90.0);
    QCOMPARE(table.rows[2].cells[0].anomalous, 0U);
    QCOMPARE(table.rows[2].cells[0].quality, Quality::Good);
}

void TestTrendRows::silenceIsSaid()
{
    SnapshotBuilder builder(1);
    builder.addSamples(SensorId{0}, kStart, 1s, 10, counted);
    builder.addSamples(SensorId{0}, kStart + 100s, 1s, 10, counted);
    TrendSamples samples;
    samples.setTrace(builder.build()->traces.at(0));
    const std::array<const TrendSamples *, 1> sensors{&samples};
    const TrendRows exact = trendRows(sensors, {at(0), at(200)}, 100, 3s);
    QCOMPARE(exact.rows.size(), 20U);
    QCOMPARE(exact.rows[9].silentBefore, Duration{91s});
    QCOMPARE(exact.rows[8].silentBefore, Duration{0});
    const TrendRows thinned = trendRows(sensors, {at(0), at(200)}, 10, 3s); // rows of twenty seconds
    QCOMPARE(thinned.rows.size(), 2U);
    QCOMPARE(thinned.rows[0].silentBefore, Duration{80s});
}

void TestTrendRows::nothingInSightGivesNoRows()
{
    const TrendSamples samples = every(1s, 10, counted);
    const std::array<const TrendSamples *, 1> sensors{&samples};
    QVERIFY(trendRows(sensors, {at(100), at(200)}, 10, 3s).rows.empty());
    QVERIFY(trendRows(sensors, {at(5), at(5)}, 10, 3s).rows.empty());
    QVERIFY(trendRows({}, {at(0), at(10)}, 10, std::nullopt).rows.empty());
}

} // namespace

QTEST_APPLESS_MAIN(TestTrendRows)
#include "tst_trend_rows.moc"
