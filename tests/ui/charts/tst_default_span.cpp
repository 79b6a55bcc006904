// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/default_span.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;

namespace {

ChunkPtr chunkOf(Duration step, std::size_t count)
{
    return SnapshotBuilder::chunk(SensorId{0}, SnapshotBuilder::kStart, step, count,
                                  [](std::size_t) { return SnapshotBuilder::Reading{}; });
}

class TestDefaultSpan : public QObject {
    Q_OBJECT
private slots:
    void tenMinutesOfALiveFeed() { QCOMPARE(defaultSpan(false, 5min), std::optional<Duration>(10min)); }

    void sixHundredReadingsOfASimulatedOne()
    {
        QCOMPARE(defaultSpan(true, 1s), std::optional<Duration>(10min));
        QCOMPARE(defaultSpan(true, 5min), std::optional<Duration>(48h));
        QCOMPARE(defaultSpan(true, Duration::zero()), std::optional<Duration>());
    }

    void aYoungSensorFillsThePicture()
    {
        QCOMPARE(youngSpan(10min, 0s), Duration{1min});
        QCOMPARE(youngSpan(10min, 60s), Duration{1min});
        QCOMPARE(youngSpan(10min, 61s), Duration{2min});
        QCOMPARE(youngSpan(10min, 4min), Duration{5min});
        QCOMPARE(youngSpan(10min, 6min), Duration{10min});
        QCOMPARE(youngSpan(10min, 24h), Duration{10min});
        QCOMPARE(youngSpan(48h, 5min), Duration{8h}); // 600 readings, five minutes apart
    }

    void learnsTheStepFromTheNewestSamples()
    {
        const std::vector<ChunkPtr> chunks{chunkOf(1s, 100), chunkOf(5min, 100), chunkOf(1h, 2)};
        QCOMPARE(typicalStep(chunks), Duration{5min});
        QCOMPARE(typicalStep(std::span(chunks).first(1)), Duration{1s});
        QCOMPARE(typicalStep(std::span(chunks).last(1)), Duration::zero());
        QCOMPARE(typicalStep({}), Duration::zero());
    }
};

} // namespace

QTEST_APPLESS_MAIN(TestDefaultSpan)
#include "tst_default_span.moc"
