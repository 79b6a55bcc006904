// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace telltale {

/// How far a value can be believed. Quality is never an alarm severity: bad quality freezes a detector and its alarms.
enum class Quality : std::uint8_t { Good, Uncertain, Bad };

[[nodiscard]] std::string_view toText(Quality quality);

} // namespace telltale
