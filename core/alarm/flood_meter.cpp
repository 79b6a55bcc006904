// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/flood_meter.h"

#include <algorithm>

namespace telltale::alarm {

namespace {

constexpr Duration kWindow = std::chrono::minutes{10};
constexpr std::uint32_t kEnterAbove = 10;
constexpr std::uint32_t kLeaveBelow = 5;

} // namespace

void FloodMeter::add(UtcTime at)
{
    const UtcTime now = m_raises.empty() ? at : std::max(at, m_raises.back()); // our clock may have been set back
    count(now);                                                                // a flood that was over before is not gone on with
    m_raises.push_back(now);
    count(now);
}

std::uint32_t FloodMeter::count(UtcTime now)
{
    while (!m_raises.empty() && m_raises.front() <= now - kWindow)
        m_raises.pop_front();
    const auto raises = static_cast<std::uint32_t>(m_raises.size());
    m_flood = m_flood ? raises >= kLeaveBelow : raises > kEnterAbove;
    return raises;
}

} // namespace telltale::alarm
