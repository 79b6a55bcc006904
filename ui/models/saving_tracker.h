// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace telltale::ui {

/// Which of an operator's changes are not yet on disk: from the command that was posted, over its answer, to the commit of its event.
/// A change that is refused leaves at once. Thread: UI. Cost: O(commands under way).
class SavingTracker {
public:
    void posted(std::uint64_t command, std::vector<OccurrenceId> occurrences);
    void answered(const CommandEcho &echo);
    /// Commands whose events are all committed now; they are forgotten.
    [[nodiscard]] std::vector<std::uint64_t> settle(EventSeq storedThrough);

    [[nodiscard]] bool knows(std::uint64_t command) const { return m_commands.contains(command); }
    [[nodiscard]] std::set<OccurrenceId> saving() const;

private:
    struct Pending {
        std::vector<OccurrenceId> occurrences;
        bool accepted = false;
        EventSeq lastSeq = 0;
    };
    std::map<std::uint64_t, Pending> m_commands;
};

} // namespace telltale::ui
