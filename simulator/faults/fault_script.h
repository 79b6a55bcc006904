// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faults/fault.h"
#include "simulator/plant/random.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::simulator {

/// Gives the n-th fault of a run (from 0), or nothing when there are no more. Faults come in the order of their beginnings.
using FaultScript = std::function<std::optional<Fault>(std::size_t number)>;

/// Faults for ever: the first, a train of spikes on the first asset, begins 25 s after the start; each further one begins 20 to 40 s after
/// the one before. Kinds and assets turn with different periods, so that every kind comes to every asset.
/// Shapes: every asset needs sensors whose normal band is known.
[[nodiscard]] FaultScript endlessFaults(std::vector<AssetPlan> assets, std::uint64_t seed);

/// The faults of a list, sorted by their beginnings.
[[nodiscard]] FaultScript listedFaults(std::vector<Fault> faults);

/// Reads "kind=step,at=720,for=9,size=2[,sensor=NAME][,asset=PATH]"; times in seconds after the start. Without sensor and asset the first
/// ones are meant. Size may be left out for stuck and the transport faults.
/// Errors: InvalidArgument or NotFound, naming the part that is wrong.
[[nodiscard]] Result<Fault> parseFault(std::string_view text, const std::vector<AssetPlan> &assets);

} // namespace telltale::simulator
