// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace telltale {

/// Where time comes from. Nothing below `app/` reads the system clock directly, so that tests decide what time it is.
/// Thread: any.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcTime utcNow() const = 0;
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

/// The computer's own clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] UtcTime utcNow() const override { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }
    [[nodiscard]] SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
};

} // namespace telltale
