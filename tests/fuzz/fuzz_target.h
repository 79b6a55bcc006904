// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace telltale::fuzz {

/// What every target does with one input: "accepted", or the reason why it was refused. The text is good until the next call. A promise
/// that does not hold ends the program, as a crash would.
[[nodiscard]] std::string_view judge(std::string_view bytes);

inline constexpr std::string_view kAccepted = "accepted";

inline void require(bool promise)
{
    if (!promise)
        std::abort();
}

/// The sort of an error, which must also be one that people can read.
inline std::string_view refusal(const Error &error)
{
    constexpr std::array<std::string_view, 11> kKinds{"invalid argument", "not found",   "bad format", "out of range",
                                                      "input/output",     "busy",        "full",       "read only",
                                                      "corrupt",          "unsupported", "cancelled"};
    require(!error.text().empty());
    return kKinds.at(static_cast<std::size_t>(error.kind));
}

} // namespace telltale::fuzz
