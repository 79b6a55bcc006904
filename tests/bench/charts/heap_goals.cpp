// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/frame_meter.h"
#include "tests/bench/charts/goal_report.h"
#include "tests/bench/charts/kept_promises.h"
#include "tests/bench/charts/own_charts.h"

#include <QWidget>
#include <malloc.h>

namespace telltale::bench {

namespace {

constexpr std::size_t kCharts = 64;
constexpr int kGrowthFrames = 1500;

double heapKb()
{
    const auto now = mallinfo2();
    return static_cast<double>(now.uordblks + now.hblkhd) / 1024.0;
}

/// Of one of them, once all are shown and have drawn some frames; the window's own picture is part of it.
template <typename Make>
double heapPerChartMb(const Make &make)
{
    const double before = heapKb();
    const SubjectPtr subject = make();
    subject->window().show();
    for (std::size_t frame = 1; frame < 5; ++frame) {
        subject->step(frame);
        settle();
    }
    return (heapKb() - before) / 1024.0 / static_cast<double>(kCharts);
}

double growthKb(ChartSubject &subject)
{
    subject.window().show();
    constexpr std::size_t kSettled = 120; // every made-up frame twice
    for (std::size_t frame = 0; frame < kSettled; ++frame) {
        subject.step(frame);
        settle();
    }
    const double before = heapKb();
    for (std::size_t frame = 0; frame < kGrowthFrames; ++frame) {
        subject.step(frame);
        settle();
    }
    return heapKb() - before;
}

} // namespace

void measureHeap(int passes)
{
    const Recording small = record({.samples = 8 * Chunk::kCapacity});
    const Recording large = record({.samples = 200 * Chunk::kCapacity, .band = true, .anomalies = 100});
    std::vector<double> chart;
    std::vector<double> tile;
    for (int pass = 0; pass < passes; ++pass) {
        chart.push_back(heapPerChartMb([&] { return ownWall({&small, lengthOf(8000)}, kCharts); }));
        tile.push_back(heapPerChartMb([&] { return tileWall(small, kCharts); }));
    }
    report({"G10", "heap of one of 64 charts with axes", 0.8, "MB"}, chart);
    report({"G10", "heap of one of 64 sensor tiles", 0.8, "MB"}, tile);
    report({"G10", "growth over 1500 frames, detail chart", 50.0, "KB"}, {growthKb(*ownChart({&large, lengthOf(200 * Chunk::kCapacity)}))});
    report({"G10", "growth over 1500 frames, 16 sensor tiles", 50.0, "KB"}, {growthKb(*tileWall(small, 16))});
}

} // namespace telltale::bench
