// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/replay_clock.h"

#include <algorithm>

namespace telltale::replay {

ReplayClock::ReplayClock(Range range, double speed, SteadyTime now)
    : m_range(range)
    , m_speed(std::clamp(speed, kSlowest, kFastest))
    , m_position(range.from)
    , m_since(now)
{
}

UtcTime ReplayClock::position(SteadyTime now) const
{
    if (m_paused)
        return m_position;
    const double passed = std::chrono::duration<double>(now - m_since).count();
    return std::min(m_position + fromSeconds(passed * m_speed), m_range.to);
}

void ReplayClock::settle(SteadyTime now)
{
    m_position = position(now);
    m_since = now;
}

void ReplayClock::setSpeed(double speed, SteadyTime now)
{
    settle(now);
    m_speed = std::clamp(speed, kSlowest, kFastest);
}

void ReplayClock::setPaused(bool paused, SteadyTime now)
{
    settle(now);
    m_paused = paused;
}

void ReplayClock::moveTo(UtcTime position, SteadyTime now)
{
    m_position = std::clamp(position, m_range.from, m_range.to);
    m_since = now;
}

} // namespace telltale::replay
