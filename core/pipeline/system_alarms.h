// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace telltale::pipeline {

/// Names of the alarms that no detector raises. A feed's have the asset "feed" and its address as the sensor; an asset's have no sensor.
inline constexpr std::string_view kFeedAsset = "feed";
inline constexpr std::string_view kFeedLost = "feed lost";
inline constexpr std::string_view kSentTwice = "asset sent by two feeds";
inline constexpr std::string_view kNoData = "no data";

} // namespace telltale::pipeline
