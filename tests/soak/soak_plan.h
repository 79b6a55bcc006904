// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace telltale::soak {

/// How long, how fast, and which chances.
struct SoakPlan {
    double hours = 24.0; ///< of data
    double speed = 20.0; ///< hours of data in one of ours
    std::uint64_t seed = 0;
    bool quick = false;   ///< short faults, one after the other
    std::string folder;   ///< stays, with journal and history; empty = a temporary one
    std::string programs; ///< folder of telltale and telltale-sim

    [[nodiscard]] std::int64_t lengthMs() const { return std::int64_t(hours / speed * 3'600'000.0); }
};

/// Reads `--hours H --speed S --seed N --quick --keep DIR`. Errors: InvalidArgument, with the option.
[[nodiscard]] Result<SoakPlan> readSoakPlan(const std::vector<std::string> &words);

} // namespace telltale::soak
