// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace telltale::soak {

/// What a process holds at one moment.
struct ProcessSize {
    std::int64_t ms = 0; ///< steady clock
    double rssMib = 0.0;
    double descriptors = 0.0;
    double threads = 0.0;
};

/// From /proc. Missing: nothing of a process that is gone.
[[nodiscard]] std::optional<ProcessSize> sizeOf(pid_t process);

/// How one of these grew.
struct Growth {
    double slopePerHour = 0.0; ///< least squares, per hour of our time
    double firstQuarter = 0.0; ///< mean
    double lastQuarter = 0.0;

    [[nodiscard]] double rise() const { return lastQuarter - firstQuarter; }
};

/// What a program may hold one of, and then none: not one more at the end than at the beginning, on the average.
[[nodiscard]] inline bool isConstant(const Growth &growth)
{
    return growth.rise() < 1.0;
}

/// Of one life of a process: sizes from `warmUpMs` after the first one on. Missing: zeros where fewer than eight are left.
[[nodiscard]] Growth growthOf(const std::vector<ProcessSize> &sizes, double ProcessSize::*what, std::int64_t warmUpMs);

} // namespace telltale::soak
