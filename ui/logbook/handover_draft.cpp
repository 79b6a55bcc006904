// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/handover_draft.h"

#include <algorithm>

namespace telltale::ui {

Result<DraftPart> readDraftPart(const store::StoreReader &reader, const kpi::Period &shift, UtcTime now, const HandoverFigures &figures)
{
    DraftPart part;
    auto notes = readShiftNotes(reader, shift.from, shift.to);
    if (!notes) {
        return notes.error();
    }
    part.notes = std::move(*notes);
    if (!figures) {
        return part;
    }
    auto counted = figures(shift.from, std::min(now, shift.to));
    if (counted) {
        part.figures = std::move(*counted);
    } else {
        part.problem = counted.error().text();
    }
    return part;
}

} // namespace telltale::ui
