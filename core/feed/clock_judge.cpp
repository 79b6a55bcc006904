// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/clock_judge.h"

namespace telltale::feed {

using namespace std::chrono_literals;

namespace {

constexpr Duration kFarAway = 1h;
constexpr Duration kMaxAhead = 24h;
constexpr Duration kSkew = 2s;
constexpr Duration kDescribePatience = 6s; ///< `describe` is repeated every 5 s

} // namespace

void ClockJudge::described(ClockKind clock, double speed)
{
    if (clock == ClockKind::Unknown)
        return;
    m_declared = clock;
    m_speed = clock == ClockKind::Simulated ? speed : 1.0;
}

void ClockJudge::heartbeat(SteadyTime now)
{
    if (!m_firstHeartbeat)
        m_firstHeartbeat = now;
}

void ClockJudge::restarted()
{
    m_declared = m_guess = ClockKind::Unknown;
    m_speed = 1.0;
    m_firstHeartbeat.reset();
    m_lag = Duration::zero();
}

void ClockJudge::sample(UtcTime newest, UtcTime received)
{
    m_lag = received - newest;
    if (m_guess == ClockKind::Unknown)
        m_guess = std::chrono::abs(m_lag) > kFarAway ? ClockKind::Simulated : ClockKind::Live;
}

ClockKind ClockJudge::kind(SteadyTime now) const
{
    if (m_declared != ClockKind::Unknown)
        return m_declared;
    if (m_guess == ClockKind::Simulated && m_firstHeartbeat && now - *m_firstHeartbeat > kDescribePatience)
        return ClockKind::Live;
    return m_guess;
}

bool ClockJudge::accepts(UtcTime newest, UtcTime received, SteadyTime now) const
{
    return kind(now) != ClockKind::Live || newest <= received + kMaxAhead;
}

double ClockJudge::lagSec(SteadyTime now) const
{
    return kind(now) == ClockKind::Live ? toSeconds(m_lag) : 0.0;
}

bool ClockJudge::skewed(SteadyTime now) const
{
    return kind(now) == ClockKind::Live && std::chrono::abs(m_lag) > kSkew;
}

} // namespace telltale::feed
