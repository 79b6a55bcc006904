// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/handover.h"
#include "core/report/handover_report.h"
#include "core/store/store_reader.h"

#include <string>
#include <vector>

namespace telltale::ui {

/// A handover that was signed, and by whom.
struct StoredHandover {
    logbook::Handover content;
    report::HandoverSigns signs;
    std::string json;    ///< what was signed, to the byte
    bool matches = true; ///< the content is what its hash says
};

/// What people wrote in a shift.
struct ShiftNotes {
    std::vector<LogbookEntry> entries;
    std::vector<AlarmEvent> comments;
};

/// The newest so many, newest first. One whose content cannot be read has an empty one and does not match. Errors: as the reader gives
/// them. Thread: any.
[[nodiscard]] Result<std::vector<StoredHandover>> readHandovers(const store::StoreReader &reader);
/// Of [from, to). Errors: as the reader gives them. Thread: any.
[[nodiscard]] Result<ShiftNotes> readShiftNotes(const store::StoreReader &reader, UtcTime from, UtcTime to);

} // namespace telltale::ui
