// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logbook_entry.h"

#include <variant>
#include <vector>

namespace telltale::ui {

/// One line of the journal: a transition of an alarm, or what somebody wrote into the logbook. Both share one order.
class JournalRow {
public:
    JournalRow(AlarmEvent event) : m_what(std::move(event)) {}   // NOLINT: every transition is a line
    JournalRow(LogbookEntry entry) : m_what(std::move(entry)) {} // NOLINT: as is every entry

    [[nodiscard]] EventSeq seq() const
    {
        return std::visit([](const auto &what) { return what.seq; }, m_what);
    }
    /// Null where it is the other one.
    [[nodiscard]] const AlarmEvent *transition() const { return std::get_if<AlarmEvent>(&m_what); }
    [[nodiscard]] const LogbookEntry *entry() const { return std::get_if<LogbookEntry>(&m_what); }

    /// For what both have: `read` is called with either.
    template <typename Read>
    [[nodiscard]] auto either(Read read) const
    {
        return std::visit(read, m_what);
    }

private:
    std::variant<AlarmEvent, LogbookEntry> m_what;
};

/// Both in one order, oldest first.
[[nodiscard]] std::vector<JournalRow> journalRows(const std::vector<AlarmEvent> &events, const std::vector<LogbookEntry> &entries);

} // namespace telltale::ui
