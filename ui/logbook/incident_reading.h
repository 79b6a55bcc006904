// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logbook/timeline.h"
#include "core/model/incident.h"
#include "core/store/store_reader.h"

#include <vector>

namespace telltale::ui {

/// An incident with its alarms and everything that happened to them.
struct IncidentStory {
    Incident incident;              ///< number 0 = there is none
    std::vector<Occurrence> alarms; ///< as they were stored last, in the incident's order
    std::vector<logbook::TimelineItem> timeline;
};

/// All incidents of the journal, by number. Errors: as the reader gives them. Thread: any.
[[nodiscard]] Result<std::vector<Incident>> readIncidents(const store::StoreReader &reader);
/// Errors: NotFound, and as the reader gives them. Thread: any. Cost: two queries an alarm.
[[nodiscard]] Result<IncidentStory> readIncidentStory(const store::StoreReader &reader, std::uint64_t number);

} // namespace telltale::ui
