// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/scenario_programme.h"

#include <algorithm>

namespace telltale::simulator {

ScenarioProgramme::ScenarioProgramme(std::unique_ptr<Scenario> scenario, const Schedule &schedule)
    : m_scenario(std::move(scenario))
    , m_schedule(schedule)
{
}

Timing ScenarioProgramme::timing() const
{
    // Silence between bursts is regular: a monitor must not take it for a loss.
    const Duration period = m_schedule.burst == 0 ? m_schedule.interval : std::max(m_schedule.interval, m_schedule.pause);
    return {live() ? ClockKind::Live : ClockKind::Simulated, live() ? 1.0 : m_schedule.speed, period};
}

/// What the pauses before this row add, beyond one interval per row.
Duration ScenarioProgramme::burstOffset(std::uint64_t row) const
{
    if (m_schedule.burst == 0)
        return Duration::zero();
    return (m_schedule.pause - m_schedule.interval) * static_cast<std::int64_t>(row / m_schedule.burst);
}

std::optional<Duration> ScenarioProgramme::due() const
{
    const auto count = static_cast<std::int64_t>(assets().size());
    const Duration turn = m_schedule.interval * static_cast<std::int64_t>(m_asset) / count;
    const Duration offset = m_schedule.interval * static_cast<std::int64_t>(m_row) + burstOffset(m_row) + turn;
    return live() ? offset : fromSeconds(toSeconds(offset) / m_schedule.speed);
}

Outgoing ScenarioProgramme::take(UtcTime now)
{
    const Duration elapsed = m_scenario->eventOffset(m_row, m_schedule.interval) + burstOffset(m_row);
    if (m_schedule.burst != 0 && m_row % m_schedule.burst == 0)
        m_scenario->beginBurst(m_asset);
    Outgoing message{m_asset, live() ? now : m_schedule.start + elapsed, m_scenario->next(m_asset, toSeconds(elapsed))};
    if (++m_asset == assets().size()) {
        m_asset = 0;
        ++m_row;
    }
    return message;
}

} // namespace telltale::simulator
