// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <functional>
#include <optional>
#include <string>

namespace telltale::pipeline {

/// Where names have their places in a snapshot.
struct SnapshotPlaces {
    std::function<std::optional<SensorId>(const SensorKey &)> sensor;
    std::function<std::optional<AssetId>(const std::string &)> asset;
};

/// Shows each sensor and asset of the snapshot the worst of its alarms: its own, and those of its asset that it leads or has joined.
/// `snapshot.alarms` is in list order, `sensors` and `assets` have their full length. Cost: O(alarms).
void markAlarms(Snapshot &snapshot, const SnapshotPlaces &places);

} // namespace telltale::pipeline
