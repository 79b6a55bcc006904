// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/shift_clock.h"
#include "ui/logbook/handover_reading.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::ui {

/// Key figures of [from, to).
using HandoverFigures = std::function<Result<std::vector<logbook::HandoverFigure>>(UtcTime from, UtcTime to)>;

/// What only the journal knows about a shift.
struct DraftPart {
    ShiftNotes notes;
    std::vector<logbook::HandoverFigure> figures; ///< from the beginning of the shift until now
    std::string problem;                          ///< why there are no figures; empty = there are, or nobody asked
};

/// Thread: the reading one. Errors: the reader's, for the notes.
[[nodiscard]] Result<DraftPart> readDraftPart(const store::StoreReader &reader, const kpi::Period &shift, UtcTime now,
                                              const HandoverFigures &figures);

} // namespace telltale::ui
