// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/goal_report.h"
#include "tests/bench/charts/kept_promises.h"
#include "tests/ui/charts/changing_trend.h"

namespace telltale::bench {

void countStaleFrames()
{
    constexpr int kChanges = 60;
    double stale = 0.0;
    for (const bool onScreen : {false, true}) {
        test::ChangingTrend trend;
        for (int i = 0; i < kChanges; ++i) {
            trend.change(i);
            const QImage shown = onScreen ? trend.onScreen() : trend.atOnce();
            stale += shown == trend.expected().convertToFormat(QImage::Format_RGB32) ? 0.0 : 1.0;
        }
    }
    report({"G12", "stale or half-updated of 120 frames after range, size, theme, pause", 0.0, ""}, {stale});
}

} // namespace telltale::bench
