// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/journal_row.h"
#include "ui/models/time_text.h"

#include <QString>
#include <array>

namespace telltale::ui {

/// The columns of the journal, in order: everything that a transition or an entry of the logbook holds. A column grows with its content up
/// to `widest`.
struct JournalColumn {
    const char *title;
    const char *widest;
    QString (*text)(const JournalRow &, ZoneChoice);
};

inline constexpr std::size_t kJournalColumnCount = 17;
[[nodiscard]] const std::array<JournalColumn, kJournalColumnCount> &journalColumns();

/// "NEW → ACK"; one word where nothing changed.
[[nodiscard]] QString stepText(const AlarmEvent &event);

} // namespace telltale::ui
