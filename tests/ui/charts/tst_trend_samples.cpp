// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/trend_samples.h"

#include <QtTest>
#include <algorithm>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Seconds after kStart, as nanoseconds since 1970.
constexpr std::int64_t at(std::int64_t second)
{
    return toNanos(SnapshotBuilder::kStart) + second * kSecond;
}

/// One sample a second, [from, to); the value is the second plus `offset`.
ChunkPtr seconds(std::int64_t from, std::int64_t to, double offset = 0.0)
{
    return SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart + from * 1s, 1s, std::size_t(to - from),
                                  [=](std::size_t i) { return SnapshotBuilder::Reading{.value = double(from) + double(i) + offset}; });
}

std::vector<std::int64_t> allTimes(const TrendSamples &samples)
{
    std::vector<std::int64_t> times;
    for (const ChunkPtr &chunk : samples.chunks())
        times.insert(times.end(), chunk->t.begin(), chunk->t.end());
    return times;
}

/// Every second of [from, to) once and in order.
bool isEverySecond(const TrendSamples &samples, std::int64_t from, std::int64_t to)
{
    const auto times = allTimes(samples);
    if (std::int64_t(times.size()) != to - from)
        return false;
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times[i] != at(from + std::int64_t(i)))
            return false;
    return true;
}

class TestTrendSamples : public QObject {
    Q_OBJECT
private slots:
    void takesOverATrace()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(0, 100), seconds(100, 200)}, seconds(200, 250)});
        QVERIFY(isEverySecond(samples, 0, 250));
        QCOMPARE(samples.traceBegin(), std::optional(at(0)));
        QCOMPARE(samples.newest(), std::optional(at(249)));
    }

    void keepsWhatItHasWhenASnapshotBringsNothing()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(0, 100)}, nullptr});
        samples.setTrace({});
        samples.setTrace({{}, std::make_shared<const Chunk>()});
        QVERIFY(isEverySecond(samples, 0, 100));
    }

    void keepsWhatFallsOutOfTheSnapshot()
    {
        TrendSamples samples;
        const ChunkPtr first = seconds(0, 100);
        const ChunkPtr second = seconds(100, 200);
        samples.setTrace({{first, second}, seconds(200, 250)});
        samples.setTrace({{second, seconds(200, 300)}, seconds(300, 310)});
        QVERIFY(isEverySecond(samples, 0, 310));
        QCOMPARE(samples.missing({at(0), at(400)}), std::optional<TimeInterval>());
    }

    void asksForTheHoleAfterALongPauseOfSnapshots()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(0, 100)}, seconds(100, 150)});
        samples.setTrace({{seconds(400, 500)}, nullptr});
        QCOMPARE(samples.missing({at(0), at(500)}), std::optional(TimeInterval{at(149) + 1, at(400)}));
        const std::vector<ChunkPtr> stored{seconds(0, 450)};
        samples.addHistory({at(149) + 1, at(400)}, stored);
        QVERIFY(isEverySecond(samples, 0, 500));
    }

    void historyNeverOverlapsTheTrace()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(100, 200)}, nullptr});
        const std::vector<ChunkPtr> stored{seconds(0, 90, 1000.0), seconds(90, 150, 1000.0)};
        samples.addHistory({at(50), at(200)}, stored);
        QVERIFY(allTimes(samples).front() == at(50)); // cut to what was asked for
        QCOMPARE(samples.nearest(at(99))->value(), 1099.0);
        QCOMPARE(samples.nearest(at(100))->value(), 100.0); // where both know a time, the snapshot wins
        QCOMPARE(allTimes(samples).size(), 150U);
        QVERIFY(!samples.missing({at(50), at(200)}));
        QCOMPARE(samples.missing({at(0), at(200)}), std::optional(TimeInterval{at(0), at(50)}));
    }

    void theSameAnswerTwiceAddsNothing()
    {
        TrendSamples samples;
        const std::vector<ChunkPtr> stored{seconds(0, 100)};
        samples.addHistory({at(0), at(100)}, stored);
        samples.addHistory({at(-50), at(80)}, stored);
        QVERIFY(isEverySecond(samples, 0, 100));
    }

    void anEmptyAnswerIsNotAskedForAgain()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(100, 200)}, nullptr});
        samples.addHistory({at(0), at(100)}, {});
        QVERIFY(!samples.missing({at(0), at(200)}));
    }

    void theFirstTraceReplacesWhatTheStoreSaid()
    {
        TrendSamples samples;
        const std::vector<ChunkPtr> stored{seconds(0, 150, 1000.0)};
        samples.addHistory({at(0), at(300)}, stored);
        samples.setTrace({{seconds(100, 200)}, nullptr});
        QVERIFY(isEverySecond(samples, 0, 200));
        QCOMPARE(samples.nearest(at(120))->value(), 120.0);
    }

    void theStoreIsAskedAgainForWhatItHadNotYetWritten()
    {
        TrendSamples samples;
        const std::vector<ChunkPtr> stored{seconds(0, 150)};
        samples.addHistory({at(0), at(200)}, stored);
        samples.setTrace({{seconds(160, 200)}, nullptr});
        QCOMPARE(samples.missing({at(0), at(200)}), std::optional(TimeInterval{at(149) + 1, at(160)}));
    }

    void samplesThatCameLateAreSortedIn()
    {
        TrendSamples samples;
        const auto evens =
            SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart, 2s, 50, [](std::size_t) { return SnapshotBuilder::Reading{}; });
        const auto odds = SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart + 1s, 2s, 50,
                                                 [](std::size_t) { return SnapshotBuilder::Reading{}; });
        const std::vector<ChunkPtr> stored{evens, odds};
        samples.addHistory({at(0), at(100)}, stored);
        QVERIFY(isEverySecond(samples, 0, 100));
    }

    void givesUpWhatIsFarAway()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(10'000, 10'100)}, nullptr});
        std::vector<ChunkPtr> stored;
        for (std::int64_t from = 0; from < 10'000; from += 100)
            stored.push_back(seconds(from, from + 100));
        samples.addHistory({at(0), at(10'000)}, stored);
        samples.keepAround({at(5000), at(5100)});
        const auto times = allTimes(samples);
        QVERIFY(std::binary_search(times.begin(), times.end(), at(5050)));
        QVERIFY(times.front() > at(4000));
        QVERIFY(!std::binary_search(times.begin(), times.end(), at(7000)));
        QVERIFY(std::binary_search(times.begin(), times.end(), at(10'050))); // the trace stays
        QVERIFY(!samples.missing({at(5000), at(5100)}));
        QVERIFY(samples.missing({at(6000), at(7000)}).has_value()); // and can be asked for anew
    }

    void findsTheNearestSample()
    {
        TrendSamples samples;
        QVERIFY(!samples.nearest(at(0)));
        samples.setTrace({{seconds(0, 10), seconds(20, 30)}, nullptr});
        QCOMPARE(samples.nearest(at(-100))->time(), at(0));
        QCOMPARE(samples.nearest(at(3) + kSecond / 3)->time(), at(3));
        QCOMPARE(samples.nearest(at(3) + kSecond * 2 / 3)->time(), at(4));
        QCOMPARE(samples.nearest(at(12))->time(), at(9));
        QCOMPARE(samples.nearest(at(18))->time(), at(20));
        QCOMPARE(samples.nearest(at(100))->time(), at(29));
    }

    void countsHalfOpen()
    {
        TrendSamples samples;
        samples.setTrace({{seconds(0, 100), seconds(100, 200)}, seconds(200, 250)});
        QCOMPARE(samples.countIn({at(50), at(220)}), 170U);
        QCOMPARE(samples.countIn({at(50), at(50)}), 0U);
        QCOMPARE(samples.countIn({at(300), at(400)}), 0U);
    }

    void marksFollowTheirChunks()
    {
        const auto marked = SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart + 100s, 1s, 100, [](std::size_t i) {
            SnapshotBuilder::Reading reading;
            reading.verdict = i == 7 ? Verdict::Anomalous : i < 3 ? Verdict::NoDecision : Verdict::Normal;
            reading.quality = i >= 90 ? Quality::Bad : Quality::Good;
            return reading;
        });
        TrendSamples samples;
        samples.setTrace({{seconds(0, 100), marked}, seconds(200, 210)});
        samples.setTrace({{marked}, seconds(200, 220)}); // the first becomes history
        QCOMPARE(samples.chunks()[1], marked);
        QVERIFY(samples.marks(0).anomalous.empty());
        QCOMPARE(samples.marks(1).anomalous, std::vector<std::uint32_t>{7});
        using Run = ChunkMarks::Run;
        QCOMPARE(samples.marks(1).runs, (std::vector<Run>{{0, 3, ChunkMarks::Kind::NoDecision}, {90, 100, ChunkMarks::Kind::BadQuality}}));
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestTrendSamples)
#include "tst_trend_samples.moc"
