// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/replay/replay_programme.h"

#include "core/model/asset_path.h"

#include <algorithm>

namespace telltale::simulator {

ReplayProgramme::ReplayProgramme(Recording recording, const ReplaySettings &settings)
    : m_recording(std::move(recording))
    , m_settings(settings)
    , m_step(m_recording.typicalStep())
{
    AssetPlan plan{m_settings.asset, {}};
    for (const std::string &sensor : m_recording.sensors())
        plan.sensors.push_back({sensor, {}, std::nullopt, std::nullopt, {}, std::nullopt});
    m_assets.push_back(std::move(plan));
    UtcTime earliest = m_recording.time(0);
    UtcTime latest = earliest;
    for (std::size_t row = 1; row < m_recording.rows(); ++row) {
        earliest = std::min(earliest, m_recording.time(row));
        latest = std::max(latest, m_recording.time(row));
    }
    m_turn = latest - earliest + m_step;
}

std::optional<Duration> ReplayProgramme::due() const
{
    if (m_row == m_recording.rows())
        return std::nullopt;
    return fromSeconds(toSeconds(m_elapsed) / m_settings.speed);
}

Outgoing ReplayProgramme::take(UtcTime)
{
    Outgoing message;
    message.time = m_recording.time(m_row) + m_shift;
    message.row.values = m_recording.values(m_row);
    message.row.truth = m_recording.truth(m_row);
    advance();
    return message;
}

void ReplayProgramme::advance()
{
    ++m_row;
    if (m_row == m_recording.rows() && m_settings.loop) {
        m_row = 0;
        m_shift += m_turn;
        m_elapsed += m_step;
    } else if (m_row < m_recording.rows()) {
        m_elapsed += std::max(Duration::zero(), m_recording.time(m_row) - m_recording.time(m_row - 1));
    }
}

std::string assetPathFrom(std::string_view text)
{
    std::string path(text.substr(0, kMaxAssetPathBytes));
    std::replace_if(
        path.begin(), path.end(),
        [](char c) {
            return !isAssetPath({&c, 1}) && c != '.';
        },
        '-');
    return isAssetPath(path) ? path : "asset";
}

} // namespace telltale::simulator
