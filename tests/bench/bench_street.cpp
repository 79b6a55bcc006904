// SPDX-License-Identifier: GPL-3.0-or-later
// The whole street in one process, bytes in to pixels out: how late a mark is on screen and what that costs; a thousand alarms in one
// second; how long the program takes to show its window. Usage: bench_street [SECONDS of the first measurement, default 60]
#include "tests/bench/bare_subscriber.h"
#include "tests/bench/mark_watch.h"
#include "tests/bench/percentiles.h"
#include "tests/bench/process_meter.h"
#include "tests/bench/stall_watch.h"
#include "tests/bench/street.h"
#include "ui/overview/asset_pane.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <cstdio>
#include <cstdlib>

using namespace telltale;
using namespace telltale::bench;

namespace {

constexpr double kGiveUpSec = 60.0;
constexpr double kSettleSec = 30.0; ///< past the warm-up of 200 rows

/// All sensors with the usual detector; the one that is looked at with a fixed band, so that its marks are known beforehand.
const char *const kWatchedPlant = R"([default]
detector = { kind = "shingle_ensemble", warmUp = 200 }
[[asset]]
path = "hall/unit0"
sensors.s0 = { detector = { kind = "band", mean = 0, sd = 1, k = 8 } }
)";

/// Every reading beyond the band is an alarm at once.
const char *const kAlarmPlant = R"([default]
detector = { kind = "band", mean = 0, sd = 1, k = 8 }
alarm = { readings = 1 }
)";

SensorId sensorNamed(const Structure &structure, const SensorKey &key)
{
    for (const SensorSpec &sensor : structure.sensors) {
        if (sensor.key == key)
            return sensor.id;
    }
    return SensorId{};
}

bool knows(Street &street, std::size_t sensors)
{
    const SnapshotPtr &snapshot = street.source().handed();
    return snapshot && snapshot->structure && snapshot->structure->sensors.size() >= sensors;
}

void measureMarks(double seconds)
{
    const Load load;
    const SensorKey key{LoadPublisher::assetName(0), LoadPublisher::sensorName(0)};
    Street street(load, kWatchedPlant);
    const BareSubscriber bare(street.publisher.address(), key.asset);
    if (!Street::runUntil([&] { return knows(street, load.assets * load.sensors); }, kGiveUpSec)) {
        std::printf("the feed did not arrive\n");
        std::exit(1);
    }
    emit street.window().findChild<ui::AssetPane *>()->chosen(key);
    Street::runFor(kSettleSec);
    QWidget *const chart = street.window().findChild<QAbstractScrollArea *>(QStringLiteral("trendChart"))->viewport();
    MarkWatch marks(*chart, street.source(), bare, sensorNamed(*street.source().handed()->structure, key));
    const double cpu = processCpuSeconds() - street.publisher.cpuSeconds();
    const QElapsedTimer clock = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    const StallWatch stalls;
    Street::runFor(seconds);
    const double share = (processCpuSeconds() - street.publisher.cpuSeconds() - cpu) / (static_cast<double>(clock.elapsed()) * 1e-3);
    std::printf("%zu sensors x %.0f Hz, window %d x %d, %.0f s\n", load.assets * load.sensors, load.rowsPerSecond, street.window().width(),
                street.window().height(), seconds);
    printPercentiles("  bare ZeroMQ subscriber, sent -> received", bare.latencies());
    printPercentiles("  frame received -> mark painted", marks.latencies());
    printPercentiles("  event loop kept a timer waiting", stalls.stalls());
    std::printf("  processor %.1f %% of one core, memory %.0f MiB (pipeline's own: received -> snapshot p50 %.1f ms p99 %.1f ms)\n",
                share * 100.0, residentMib(), street.source().handed()->health.latencyP50Ms, street.source().handed()->health.latencyP99Ms);
}

void measureFlood()
{
    constexpr std::size_t kAlarms = 1000;
    const Load load{.assets = 100, .sensors = 10, .rowsPerSecond = 1.0, .spikeEvery = 0};
    Street street(load, kAlarmPlant);
    (void)Street::runUntil([&] { return knows(street, kAlarms); }, kGiveUpSec);
    Street::runFor(3.0);
    QElapsedTimer clock;
    const StallWatch stalls;
    street.publisher.excursion();
    clock.start();
    const bool all = Street::runUntil(
        [&] { return street.source().handed()->alarms->size() >= kAlarms && street.source().handed()->health.unsavedEvents == 0; },
        kGiveUpSec);
    const double took = static_cast<double>(clock.elapsed()) * 1e-3;
    Street::runFor(3.0);
    std::printf("%zu raises in one second: %zu open alarms %s after %.2f s\n", kAlarms, street.source().handed()->alarms->size(),
                all ? "in the window and on disk" : "INCOMPLETE", took);
    printPercentiles("  event loop kept a timer waiting", stalls.stalls());
}

/// From starting the program to a picture of its window in a file, so an upper bound of what an operator waits.
void measureStart()
{
    constexpr int kRounds = 5;
    std::vector<Duration> times;
    for (int round = 0; round < kRounds; ++round) {
        const test::TempFolder folder;
        const QString picture = QString::fromStdString(folder.path("window.png"));
        QProcess program;
        QElapsedTimer clock;
        clock.start();
        program.start(QStringLiteral(TELLTALE_PROGRAM),
                      {QStringLiteral("--demo"), QStringLiteral("--data"), QString::fromStdString(folder.path("data")),
                       QStringLiteral("--screenshot"), picture, QStringLiteral("--after"), QStringLiteral("0"), QStringLiteral("--run-for"),
                       QStringLiteral("1")});
        if (Street::runUntil([&] { return QFile::exists(picture); }, kGiveUpSec))
            times.push_back(std::chrono::milliseconds(clock.elapsed()));
        program.waitForFinished();
    }
    printPercentiles("telltale --demo: start -> picture of the window", times);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const double seconds = argc > 1 ? std::atof(argv[1]) : 60.0;
    std::printf("platform %s\n", qPrintable(QGuiApplication::platformName()));
    measureMarks(seconds);
    measureFlood();
    measureStart();
    return 0;
}
