// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/saving_tracker.h"

#include <utility>

namespace telltale::ui {

void SavingTracker::posted(std::uint64_t command, std::vector<OccurrenceId> occurrences)
{
    m_commands[command] = Pending{.occurrences = std::move(occurrences)};
}

void SavingTracker::answered(const CommandEcho &echo)
{
    const auto found = m_commands.find(echo.id);
    if (found == m_commands.end()) {
        return;
    }
    if (!echo.accepted) {
        m_commands.erase(found);
        return;
    }
    found->second.accepted = true;
    found->second.lastSeq = echo.lastSeq;
}

std::vector<std::uint64_t> SavingTracker::settle(EventSeq storedThrough)
{
    std::vector<std::uint64_t> settled;
    for (auto it = m_commands.begin(); it != m_commands.end();) {
        if (it->second.accepted && it->second.lastSeq <= storedThrough) {
            settled.push_back(it->first);
            it = m_commands.erase(it);
        } else {
            ++it;
        }
    }
    return settled;
}

std::set<OccurrenceId> SavingTracker::saving() const
{
    std::set<OccurrenceId> ids;
    for (const auto &[command, pending] : m_commands) {
        ids.insert(pending.occurrences.begin(), pending.occurrences.end());
    }
    return ids;
}

} // namespace telltale::ui
