// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace telltale {

/// What people found an alarm to be, afterwards. The basis of a detector's precision; not a Verdict, which is what the detector thought.
enum class Judgement : std::uint8_t {
    None,     ///< nobody said
    True,     ///< something was wrong
    False,    ///< nothing was wrong
    Expected, ///< real, but known beforehand: a start-up, a cleaning
    Test,     ///< somebody tried the alarm
};

[[nodiscard]] std::string_view toText(Judgement judgement); ///< "none", "true", "false", "expected", "test"

} // namespace telltale
