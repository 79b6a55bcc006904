// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/time.h"

namespace telltale::replay {

/// What is replayed: from … to, in event time.
struct Range {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
};

inline constexpr double kSlowest = 1.0;
inline constexpr double kFastest = 60.0;

/// Where a replay is. Runs at `speed` times our clock, stops at the end of its range, and can be paused and moved. Thread: one. No clock
/// of its own: whoever asks says what time it is.
class ReplayClock {
public:
    ReplayClock(Range range, double speed, SteadyTime now);

    [[nodiscard]] UtcTime position(SteadyTime now) const;
    [[nodiscard]] const Range &range() const { return m_range; }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool paused() const { return m_paused; }

    void setSpeed(double speed, SteadyTime now); ///< cut to kSlowest … kFastest
    void setPaused(bool paused, SteadyTime now);
    void moveTo(UtcTime position, SteadyTime now); ///< cut to the range

private:
    void settle(SteadyTime now);

    Range m_range;
    double m_speed;
    bool m_paused = false;
    UtcTime m_position; ///< at m_since
    SteadyTime m_since;
};

} // namespace telltale::replay
