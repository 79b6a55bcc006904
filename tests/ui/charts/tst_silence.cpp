// SPDX-License-Identifier: GPL-3.0-or-later
// The program stood still, or a sensor said nothing: no line is drawn across, whatever the scale.
#include "tests/support/ui_builders.h"
#include "ui/charts/silence.h"
#include "ui/charts/trend_section.h"

#include <QtTest>
#include <vector>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;
using Reading = SnapshotBuilder::Reading;

namespace {

constexpr UtcTime kStart = SnapshotBuilder::kStart;
constexpr std::size_t kBefore = 3000; ///< seconds of readings before the stop
constexpr Duration kStop = 5min;

constexpr std::int64_t at(std::int64_t second)
{
    return toNanos(kStart) + second * 1'000'000'000;
}

Reading steady(std::size_t)
{
    return {.value = 20.0, .lower = 19.0, .upper = 21.0, .quality = Quality::Good};
}

/// What the store has of a run that ended, and what the next run's snapshots carry.
TrendSamples acrossARestart(const std::function<Reading(std::size_t)> &before = steady)
{
    TrendSamples samples;
    SnapshotBuilder builder(1);
    const UtcTime again = kStart + std::chrono::seconds{kBefore} + kStop;
    builder.addSamples(SensorId{0}, again, 1s, 3000, steady);
    samples.setTrace(builder.build()->traces.at(0));
    std::vector<ChunkPtr> stored;
    for (std::size_t done = 0; done < kBefore; done += Chunk::kCapacity)
        stored.push_back(SnapshotBuilder::chunk(SensorId{0}, kStart + std::chrono::seconds{done}, 1s,
                                                std::min(Chunk::kCapacity, kBefore - done), before));
    samples.addHistory({at(-10), toNanos(again)}, stored);
    return samples;
}

/// Where the line, and where the band, begins anew after a point before.
template <typename Points>
std::vector<std::int64_t> breaks(const Points &points)
{
    std::vector<std::int64_t> found;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].gap)
            found.push_back(points[i].time);
    return found;
}

class TestSilence : public QObject {
    Q_OBJECT
private slots:
    void theLongestStepComesFromTheSensor();
    void aSlowerPastIsNoSilence();
    void noLineCrossesARestart();
    void noLineCrossesARestartInColumns();
    void aSilentSensorHasNoLineEither();
    void badQualityEndsWithTheRecords();
};

void TestSilence::theLongestStepComesFromTheSensor()
{
    const TrendSamples samples = acrossARestart();
    const TimeInterval all{at(0), at(7000)};
    QCOMPARE(longestStep(samples, all, 1s), std::optional<Duration>(3s));
    QCOMPARE(longestStep(samples, all, 10ms), std::optional<Duration>(3s)); // its samples say more than its description
    QCOMPARE(longestStep(samples, all, 1min), std::optional<Duration>(3min));
    QCOMPARE(longestStep(TrendSamples(), all, 100ms), std::optional<Duration>(2s));
    QCOMPARE(longestStep(TrendSamples(), all, Duration::zero()), std::optional<Duration>());
}

void TestSilence::aSlowerPastIsNoSilence()
{
    TrendSamples samples;
    const std::vector<ChunkPtr> stored{SnapshotBuilder::chunk(SensorId{0}, kStart, 1min, 100, steady)};
    samples.addHistory({at(0), at(6000)}, stored);
    const TimeInterval sight{at(0), at(6000)};
    const TrendSection section = sectionOf(samples, sight, 500, longestStep(samples, sight, 1s));
    QCOMPARE(section.points.size(), 100U);
    QVERIFY(breaks(section.points).empty());
}

void TestSilence::noLineCrossesARestart()
{
    const TrendSamples samples = acrossARestart();
    const TimeInterval sight{at(2900), at(3400)};
    const auto longest = longestStep(samples, sight, 1s);
    const TrendSection section = sectionOf(samples, sight, 1000, longest);
    QVERIFY(section.columns.empty());
    QCOMPARE(breaks(section.points), (std::vector<std::int64_t>{at(3300)}));
    QCOMPARE(breaks(section.band), (std::vector<std::int64_t>{at(3300)}));
    QVERIFY(breaks(sectionOf(samples, sight, 1000).points).empty()); // which is what the rule is for
}

void TestSilence::noLineCrossesARestartInColumns()
{
    const TrendSamples samples = acrossARestart();
    const TimeInterval sight{at(0), at(6300)};
    const TrendSection section = sectionOf(samples, sight, 630, longestStep(samples, sight, 1s)); // ten seconds each
    QCOMPARE(section.columns.size(), 630U);
    for (std::size_t i = 1; i < section.columns.size(); ++i) {
        QCOMPARE(section.columns[i].empty(), i >= 300 && i < 330);
        QCOMPARE(section.columns[i].gap, i == 330);
    }
    QCOMPARE(breaks(section.band), (std::vector<std::int64_t>{at(3305)})); // the middle of its column
}

void TestSilence::aSilentSensorHasNoLineEither()
{
    SnapshotBuilder builder(1); // within one chunk
    builder.addSamples(SensorId{0}, kStart, 1s, 100, steady);
    builder.addSamples(SensorId{0}, kStart + 200s, 1s, 100, steady);
    TrendSamples samples;
    samples.setTrace(builder.build()->traces.at(0));
    const TimeInterval sight{at(0), at(300)};
    const auto longest = longestStep(samples, sight, 1s);
    QCOMPARE(breaks(sectionOf(samples, sight, 1000, longest).points), (std::vector<std::int64_t>{at(200)}));
    const TrendSection columns = sectionOf(samples, sight, 30, longest);
    QVERIFY(columns.columns[20].gap && !columns.columns[21].gap);
}

void TestSilence::badQualityEndsWithTheRecords()
{
    const TrendSamples samples = acrossARestart([](std::size_t) { return Reading{.value = 20.0, .quality = Quality::Bad}; });
    const TimeInterval sight{at(2900), at(3400)};
    const TrendSection section = sectionOf(samples, sight, 1000, longestStep(samples, sight, 1s));
    QCOMPARE(section.runs.size(), 1U);
    QCOMPARE(section.runs.front().interval.to, at(2999) + 1);
}

} // namespace

QTEST_APPLESS_MAIN(TestSilence)
#include "tst_silence.moc"
