// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QString>
#include <optional>
#include <vector>

namespace telltale::ui {

/// Where a machine was, oldest first. Units: kilometres; of a place given in degrees, east and north of the newest one (flat earth: good to
/// 0.1 % over a few kilometres).
struct Track {
    struct Point {
        UtcTime at = kNoTime;
        double x = 0.0;
        double y = 0.0;
        double first = 0.0; ///< as the channels say it
        double second = 0.0;
        bool gapBefore = false; ///< nothing is known about the way from the point before
    };
    SensorId horizontal{}; ///< longitude or x
    SensorId vertical{};
    bool degrees = false;
    std::vector<Point> points;
};

/// The two channels of an asset that say where it is: "lat"/"latitude" with "lon"/"long"/"longitude" in degrees, or "x" with "y" in km or
/// m.
struct PositionChannels {
    SensorId horizontal{};
    SensorId vertical{};
    bool degrees = false;
    double kmPerUnit = 1.0;
};
[[nodiscard]] std::optional<PositionChannels> positionChannels(const Structure &structure, AssetId asset);

/// Readings of both channels of the same instant, as far as the snapshot carries them. Bad readings are left out and leave a gap; longer
/// tracks are thinned to `most` points. Cost: O(samples).
[[nodiscard]] Track trackOf(const Snapshot &snapshot, const PositionChannels &channels, std::size_t most = 2000);

/// The last point at or before `at`, if the track was under way then.
[[nodiscard]] std::optional<Track::Point> placeAt(const Track &track, UtcTime at);

} // namespace telltale::ui
