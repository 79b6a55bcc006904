// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace telltale::simulator {

/// Units: degrees, WGS 84.
struct Position {
    double latitude = 0.0;
    double longitude = 0.0;
};

/// A closed loop through waypoints, driven at a steady speed for ever.
/// Shapes: at least two waypoints; the last joins the first.
class Track {
public:
    explicit Track(std::span<const Position> waypoints);

    /// Where one is after so many metres from the first waypoint.
    [[nodiscard]] Position at(double metres) const;
    [[nodiscard]] double lengthMetres() const { return m_ends.back(); }

private:
    std::vector<Position> m_waypoints;
    std::vector<double> m_ends; ///< metres from the start to the end of each leg
};

/// Metres between two places a few kilometres apart (flat-earth approximation, good to 0.1 % there).
[[nodiscard]] double distanceMetres(Position from, Position to);

/// An invented loop road of 48 waypoints.
[[nodiscard]] std::span<const Position> ringRoad();

} // namespace telltale::simulator
