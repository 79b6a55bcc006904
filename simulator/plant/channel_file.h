// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/channel.h"

#include <vector>

namespace telltale::simulator {

/// Reads a channel file: {"channels": [{"name", "unit", "text", "distribution", "params", "drift", "low", "high", "anomaly_range",
/// "anomaly_ratio"}, …]}. Only name, distribution and params are required; a new sensor is one more entry.
/// Shapes: 1 to 64 channels, names distinct.
/// Errors: BadFormat, OutOfRange or NotFound with `where` = "file key", such as "rooms.json channels[1].params.std"; a key that is not
/// known is an error, with the nearest known one.
/// Thread: any. Cost: the whole file in memory; at most 1 MiB is read.
[[nodiscard]] Result<std::vector<ChannelSpec>> parseChannels(std::string_view json, const std::string &path);
[[nodiscard]] Result<std::vector<ChannelSpec>> loadChannels(const std::string &path);

} // namespace telltale::simulator
