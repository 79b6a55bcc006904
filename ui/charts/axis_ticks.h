// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/charts/time_text.h"

#include <QString>
#include <vector>

namespace telltale::ui {

/// The labelled lines of a value axis: `count` of them from `low` to `high`, `step` apart, all round numbers (1, 2, 2.5 or 5 times a power
/// of ten). `format` is for printf and shows neighbouring labels apart.
struct ValueTicks {
    double low = 0.0;
    double high = 1.0;
    double step = 0.5;
    int count = 3;
    QString format = QStringLiteral("%.1f");

    friend bool operator==(const ValueTicks &, const ValueTicks &) = default;
};

/// Rounds [low, high] outwards to about `wanted` ticks; never fewer than two.
/// Shapes: swapped bounds are put right; equal bounds get room on both sides. Errors: bounds that are not finite give the default.
[[nodiscard]] ValueTicks valueTicks(double low, double high, int wanted);

/// One labelled instant of a time axis.
struct TimeTick {
    UtcTime at = kNoTime;
    QString label;

    friend bool operator==(const TimeTick &, const TimeTick &) = default;
};

/// Live: ticks at round distances before `end`, oldest first: "−8 min" … "now".
[[nodiscard]] std::vector<TimeTick> relativeTicks(UtcTime end, Duration span, int wanted);

/// Paused: ticks at round clock times of [from, to], in the zone as it is at `from`: "12:30", "12:30:15", and the date ("11-23") at
/// midnight.
[[nodiscard]] std::vector<TimeTick> clockTicks(UtcTime from, UtcTime to, int wanted, ZoneChoice zone = chartZone());

/// The next larger or smaller of the spans an operator would pick (… 5 min, 10 min, 30 min, 1 h …).
[[nodiscard]] Duration nextSpan(Duration span, bool larger);
/// The one of those spans that comes nearest, by ratio.
[[nodiscard]] Duration nearestSpan(Duration span);

} // namespace telltale::ui
