// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/track.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace telltale::simulator {

namespace {

constexpr std::array<Position, 48> kRingRoad{{
    {47.91300, 10.56438}, {47.91825, 10.57131}, {47.92377, 10.57194}, {47.92862, 10.56638}, {47.93205, 10.55585}, {47.93489, 10.54583},
    {47.93646, 10.53449}, {47.93926, 10.52709}, {47.94154, 10.51888}, {47.94144, 10.50836}, {47.94057, 10.49853}, {47.93777, 10.48930},
    {47.93745, 10.48200}, {47.93772, 10.47472}, {47.93940, 10.46617}, {47.93992, 10.45704}, {47.93793, 10.44978}, {47.93537, 10.44358},
    {47.93212, 10.43922}, {47.92974, 10.43317}, {47.92705, 10.42754}, {47.92399, 10.42261}, {47.92095, 10.41561}, {47.91688, 10.41606},
    {47.91300, 10.41578}, {47.90929, 10.41889}, {47.90542, 10.41867}, {47.90030, 10.41340}, {47.89527, 10.41326}, {47.88995, 10.41477},
    {47.88500, 10.41935}, {47.88248, 10.42959}, {47.88172, 10.44159}, {47.87976, 10.45119}, {47.87939, 10.46185}, {47.87916, 10.47203},
    {47.88167, 10.48200}, {47.88449, 10.49040}, {47.88971, 10.49597}, {47.89349, 10.50009}, {47.89591, 10.50408}, {47.89731, 10.50895},
    {47.89744, 10.51682}, {47.89849, 10.52432}, {47.90033, 10.53110}, {47.90283, 10.53696}, {47.90549, 10.54475}, {47.90872, 10.55476},
}};

} // namespace

std::span<const Position> ringRoad()
{
    return kRingRoad;
}

double distanceMetres(Position from, Position to)
{
    constexpr double kMetresPerDegree = 111'195.0;
    const double middle = (from.latitude + to.latitude) / 2.0 * std::numbers::pi / 180.0;
    const double north = (to.latitude - from.latitude) * kMetresPerDegree;
    const double east = (to.longitude - from.longitude) * kMetresPerDegree * std::cos(middle);
    return std::hypot(north, east);
}

Track::Track(std::span<const Position> waypoints) : m_waypoints(waypoints.begin(), waypoints.end())
{
    double metres = 0.0;
    for (std::size_t i = 0; i < m_waypoints.size(); ++i) {
        metres += distanceMetres(m_waypoints[i], m_waypoints[(i + 1) % m_waypoints.size()]);
        m_ends.push_back(metres);
    }
}

Position Track::at(double metres) const
{
    double along = std::fmod(metres, lengthMetres());
    if (along < 0.0)
        along += lengthMetres();
    const auto leg = static_cast<std::size_t>(std::upper_bound(m_ends.begin(), m_ends.end() - 1, along) - m_ends.begin());
    const double begin = leg == 0 ? 0.0 : m_ends[leg - 1];
    const double share = (along - begin) / (m_ends[leg] - begin);
    const Position &from = m_waypoints[leg];
    const Position &to = m_waypoints[(leg + 1) % m_waypoints.size()];
    return {std::lerp(from.latitude, to.latitude, share), std::lerp(from.longitude, to.longitude, share)};
}

} // namespace telltale::simulator
