// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace telltale::simulator {

inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;
inline constexpr int kWrongUsage = 2;

/// Runs `telltale-sim` with the arguments behind the program's name, and gives its exit status.
[[nodiscard]] int runCommandLine(std::span<const std::string> arguments, std::ostream &out, std::ostream &err);

} // namespace telltale::simulator
