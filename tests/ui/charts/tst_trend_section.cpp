// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/trend_section.h"

#include <QtTest>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;
using Reading = SnapshotBuilder::Reading;

namespace {

constexpr std::int64_t at(std::int64_t second)
{
    return toNanos(SnapshotBuilder::kStart) + second * 1'000'000'000;
}

/// One sample a second from 0 on, in full chunks and a tail.
TrendSamples every(std::size_t count, const std::function<Reading(std::size_t)> &reading)
{
    SnapshotBuilder builder(1);
    builder.addSamples(SensorId{0}, SnapshotBuilder::kStart, 1s, count, reading);
    TrendSamples samples;
    samples.setTrace(builder.build()->traces.at(0));
    return samples;
}

class TestTrendSection : public QObject {
    Q_OBJECT
private slots:
    void fewSamplesAreExactAndReachBothEdges()
    {
        const TrendSamples samples = every(100, [](std::size_t i) { return Reading{.value = double(i)}; });
        const TrendSection section = sectionOf(samples, {at(10), at(20)}, 500);
        QCOMPARE(section.samples, 10U);
        QVERIFY(section.columns.empty());
        QCOMPARE(section.points.size(), 12U);
        QCOMPARE(section.points.front().time, at(9));
        QCOMPARE(section.points.back().time, at(20));
    }

    void manySamplesBecomeColumns()
    {
        const TrendSamples samples = every(5000, [](std::size_t i) { return Reading{.value = double(i % 100)}; });
        const TrendSection section = sectionOf(samples, {at(0), at(5000)}, 50);
        QVERIFY(section.points.empty());
        QCOMPARE(section.columns.size(), 50U);
        for (const envelope::Column &column : section.columns) {
            QCOMPARE(column.min, 0.0F);
            QCOMPARE(column.max, 99.0F);
        }
    }

    void missingValuesAndGapsBreakTheLine()
    {
        const TrendSamples samples =
            every(30, [](std::size_t i) { return Reading{.value = i == 10 ? kMissing : double(i), .gapBefore = i == 20}; });
        const TrendSection section = sectionOf(samples, {at(0), at(30)}, 500);
        QCOMPARE(section.points.size(), 29U);
        for (const TrendPoint &point : section.points)
            QCOMPARE(point.gap, point.time == at(11) || point.time == at(20));
    }

    void theBandOfAColumnHoldsItsSamples()
    {
        const TrendSamples samples = every(3000, [](std::size_t i) {
            const double centre = std::sin(double(i) / 300.0);
            return Reading{.value = centre, .lower = centre - 1.0, .upper = centre + 1.0};
        });
        const TrendSection section = sectionOf(samples, {at(0), at(3000)}, 300);
        QCOMPARE(section.band.size(), 300U);
        for (const BandPoint &point : section.band) {
            const double centre = std::sin(double(point.time - at(0)) / 1e9 / 300.0);
            QVERIFY(std::fabs(double(point.lower) - (centre - 1.0)) < 0.05);
            QVERIFY(std::fabs(double(point.upper) - (centre + 1.0)) < 0.05);
        }
    }

    void theBandOfAColumnOfManyChunksHoldsThemAll()
    {
        constexpr std::size_t kChunks = 40;
        const TrendSamples samples = every(kChunks * Chunk::kCapacity, [](std::size_t i) {
            const double centre = double(i / Chunk::kCapacity);
            const bool known = i / Chunk::kCapacity != 20;
            return Reading{.value = centre, .lower = known ? centre - 1.0 : kMissing, .upper = known ? centre + 1.0 : kMissing};
        });
        const TrendSection section = sectionOf(samples, {at(0), at(kChunks * Chunk::kCapacity)}, 4);
        QCOMPARE(section.band.size(), 4U);
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(section.band[i].lower, float(i * 10) - 1.0F + (i == 2 ? 1.0F : 0.0F)); // chunk 20 has none
            QCOMPARE(section.band[i].upper, float(i * 10 + 9) + 1.0F);
            QCOMPARE(section.band[i].gap, i == 0 || i == 2);
        }
    }

    void theBandBreaksWhereNoneIsKnown()
    {
        const TrendSamples samples = every(30, [](std::size_t i) {
            const bool known = i < 10 || i >= 20;
            return Reading{.value = 1.0, .lower = known ? 0.0 : kMissing, .upper = known ? 2.0 : kMissing};
        });
        const TrendSection section = sectionOf(samples, {at(0), at(30)}, 500);
        QCOMPARE(section.band.size(), 20U);
        QVERIFY(!section.band[9].gap);
        QVERIFY(section.band[10].gap);
        QCOMPARE(section.band[10].time, at(20));
    }

    void anomaliesAreAtMostTwoAColumn()
    {
        const TrendSamples samples = every(4000, [](std::size_t i) {
            return Reading{.value = i == 2013 ? 50.0 : 1.0, .verdict = i >= 2000 ? Verdict::Anomalous : Verdict::Normal};
        });
        const TrendSection section = sectionOf(samples, {at(0), at(4000)}, 100);
        QCOMPARE(section.anomalies.size(), 100U); // 50 columns of 40 samples
        QCOMPARE(section.anomalies.front().time, at(2000));
        QCOMPARE(section.anomalies[1].value, 50.0); // the one that stands out is not lost
    }

    void allAnomaliesShowWhereThereIsRoom()
    {
        const TrendSamples samples = every(100, [](std::size_t i) {
            return Reading{.value = double(i), .verdict = i >= 40 && i < 60 ? Verdict::Anomalous : Verdict::Normal};
        });
        const TrendSection section = sectionOf(samples, {at(0), at(100)}, 1000);
        QCOMPARE(section.anomalies.size(), 20U);
        QCOMPARE(section.anomalies.front().time, at(40));
    }

    void badQualityLastsUntilTheNextGoodSample()
    {
        const TrendSamples samples = every(3000, [](std::size_t i) {
            return Reading{.value = 1.0, .quality = i >= 1000 && i < 1100 ? Quality::Bad : Quality::Good}; // across two chunks
        });
        const TrendSection section = sectionOf(samples, {at(0), at(3000)}, 300);
        QCOMPARE(section.runs, (std::vector<TrendRun>{{{at(1000), at(1100)}, ChunkMarks::Kind::BadQuality}}));
    }

    void nothingInTheRangeGivesAnEmptySection()
    {
        const TrendSamples samples = every(10, [](std::size_t) { return Reading{}; });
        const TrendSection section = sectionOf(samples, {at(100), at(200)}, 300);
        QCOMPARE(section.samples, 0U);
        QVERIFY(!extentOf(section));
        QVERIFY(sectionOf(TrendSamples(), {at(0), at(1)}, 300).points.empty());
        QVERIFY(sectionOf(samples, {at(1), at(1)}, 300).columns.empty());
    }

    void theExtentHoldsAllReadingsButNotAMomentOfAWideBand()
    {
        const TrendSamples samples = every(1000, [](std::size_t i) {
            const bool wide = i >= 500 && i < 510;
            return Reading{.value = i == 700 ? 40.0 : 20.0, .lower = wide ? -1e6 : 18.0, .upper = wide ? 1e6 : 22.0};
        });
        for (const std::size_t columns : {200U, 2000U}) {
            const auto extent = extentOf(sectionOf(samples, {at(0), at(1000)}, columns));
            QVERIFY(extent.has_value());
            QCOMPARE(extent->low, 18.0);
            QCOMPARE(extent->high, 40.0);
        }
    }

    void aBandThatIsWideForGoodDoesNotFlattenTheReadings()
    {
        const TrendSection wide =
            sectionOf(every(1000, [](std::size_t i) { return Reading{.value = i % 2 == 0 ? 20.0 : 30.0, .lower = -900.0, .upper = 35.0}; }),
                      {at(0), at(1000)}, 200);
        QCOMPARE(extentOf(wide)->low, -30.0);
        QCOMPARE(extentOf(wide)->high, 35.0);
        QCOMPARE(extentOf(wide, {0.0, 32.0})->low, 0.0); // a tank does not hold less than nothing
        QCOMPARE(extentOf(wide, {0.0, 32.0})->high, 32.0);
        QCOMPARE(extentOf(wide, {25.0, 28.0})->low, 20.0); // readings are always seen
        QCOMPARE(extentOf(wide, {25.0, 28.0})->high, 30.0);
        const TrendSection level = sectionOf(
            every(1000, [](std::size_t) { return Reading{.value = 20.0, .lower = -900.0, .upper = 950.0}; }), {at(0), at(1000)}, 200);
        QCOMPARE(extentOf(level)->low, -900.0); // nothing to flatten
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTrendSection)
#include "tst_trend_section.moc"
