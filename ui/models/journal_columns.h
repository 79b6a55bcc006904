// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/models/time_text.h"

#include <QString>
#include <array>

namespace telltale::ui {

/// The columns of the journal, in order: everything that a transition holds. A column grows with its content up to `widest`.
struct JournalColumn {
    const char *title;
    const char *widest;
    QString (*text)(const AlarmEvent &, ZoneChoice);
};

inline constexpr std::size_t kJournalColumnCount = 16;
[[nodiscard]] const std::array<JournalColumn, kJournalColumnCount> &journalColumns();

/// "NEW → ACK"; one word where nothing changed.
[[nodiscard]] QString stepText(const AlarmEvent &event);

} // namespace telltale::ui
