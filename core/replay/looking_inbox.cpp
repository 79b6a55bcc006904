// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/looking_inbox.h"

#include "core/model/snapshot.h"

#include <utility>

namespace telltale::replay {

bool LookingInbox::take(Command command)
{
    const std::lock_guard lock(m_mutex);
    if (auto *watch = std::get_if<command::WatchSensors>(&command.what)) {
        m_watched = std::move(watch->sensors);
        return true;
    }
    m_echoes.push_back({.id = command.id, .accepted = false, .reason = m_refusal, .lastSeq = 0});
    if (m_echoes.size() > Snapshot::kMaxEchoes)
        m_echoes.pop_front();
    return false;
}

std::vector<SensorId> LookingInbox::watched() const
{
    const std::lock_guard lock(m_mutex);
    return m_watched;
}

std::vector<CommandEcho> LookingInbox::echoes() const
{
    const std::lock_guard lock(m_mutex);
    return {m_echoes.begin(), m_echoes.end()};
}

} // namespace telltale::replay
