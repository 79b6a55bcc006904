// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace telltale::ui {

/// Which stretch of time a trend shows, [begin, end]: following "now", or standing still where an operator left it. Pure values, no clock.
class TrendRange {
public:
    static constexpr Duration kDefaultSpan = std::chrono::minutes{10};
    static constexpr Duration kLargestSpan = std::chrono::hours{24 * 366 * 25};

    [[nodiscard]] bool live() const { return m_live; }
    [[nodiscard]] Duration span() const { return m_span; }
    [[nodiscard]] UtcTime begin() const { return m_end - m_span; }
    [[nodiscard]] UtcTime end() const { return m_end; }
    [[nodiscard]] UtcTime centre() const { return m_end - m_span / 2; }
    [[nodiscard]] UtcTime now() const { return m_now; }

    /// Moves "now"; a live range goes with it, a paused one stays.
    void follow(UtcTime now);
    void pause() { m_live = false; }
    void goLive();
    /// Live: the right edge stays at "now". Paused: the middle stays, but what ended by "now" does not run into the future.
    void setSpan(Duration span);
    /// `factor` below 1 shows less; `share` (0 left edge, 1 right edge) stays where it is. Pauses unless `share` is the right edge.
    void zoomAround(double share, double factor);
    /// Positive towards the future, which ends half a span after "now". Pauses.
    void panBy(double shareOfSpan);
    void showAround(UtcTime centre, Duration half);
    /// Deepest zoom; at least a microsecond.
    void setSmallestSpan(Duration span);

private:
    [[nodiscard]] Duration clamped(Duration span) const;
    void keepOutOfTheFuture();

    bool m_live = true;
    Duration m_span = kDefaultSpan;
    Duration m_smallest = std::chrono::milliseconds{1};
    UtcTime m_now{};
    UtcTime m_end{};
};

} // namespace telltale::ui
