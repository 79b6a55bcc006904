// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journal_row.h"

#include <algorithm>

namespace telltale::ui {

std::vector<JournalRow> journalRows(const std::vector<AlarmEvent> &events, const std::vector<LogbookEntry> &entries)
{
    std::vector<JournalRow> rows(events.begin(), events.end());
    rows.insert(rows.end(), entries.begin(), entries.end());
    std::sort(rows.begin(), rows.end(), [](const JournalRow &a, const JournalRow &b) { return a.seq() < b.seq(); });
    return rows;
}

} // namespace telltale::ui
