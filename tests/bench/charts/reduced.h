// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/recording.h"
#include "ui/charts/trend_section.h"

#include <vector>

namespace telltale::bench {

/// The reduction that the peers are given: the same as ours, at the same cost.
class Reduced {
public:
    explicit Reduced(const Scene &scene);
    [[nodiscard]] const ui::TrendSection &at(std::size_t frame, std::size_t columns);

private:
    Scene m_scene;
    ui::TrendSamples m_samples;
    ui::TrendSection m_section;
};

/// Seconds on a peer's axis.
class PeerClock {
public:
    /// As ours has it live: the axis stands still.
    static PeerClock beforeEnd(const Scene &scene, std::size_t frame) { return PeerClock(scene.interval(frame).to); }
    /// The axis moves with the data.
    static PeerClock sinceStart(const Scene &scene) { return PeerClock(scene.recording->history.front()->t.front()); }
    [[nodiscard]] double seconds(std::int64_t nanos) const { return static_cast<double>(nanos - m_zero) * 1e-9; }

private:
    explicit PeerClock(std::int64_t zero) : m_zero(zero) {}

    std::int64_t m_zero;
};

/// Calls `add(seconds, value)` for the points of the line: at most four in a column, or two ("extremes only").
template <typename Add>
void eachLinePoint(const ui::TrendSection &section, const PeerClock &clock, bool extremesOnly, Add add)
{
    for (const ui::TrendPoint &point : section.points)
        add(clock.seconds(point.time), point.value);
    const auto from = static_cast<double>(section.interval.from);
    const double width = static_cast<double>(section.interval.to - section.interval.from) / static_cast<double>(section.columns.size());
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        const envelope::Column &column = section.columns[i];
        if (column.empty())
            continue;
        const double at = clock.seconds(static_cast<std::int64_t>(from + (static_cast<double>(i) + 0.5) * width));
        if (!extremesOnly)
            add(at, static_cast<double>(column.first));
        add(at, static_cast<double>(column.min));
        add(at, static_cast<double>(column.max));
        if (!extremesOnly)
            add(at, static_cast<double>(column.last));
    }
}

} // namespace telltale::bench
