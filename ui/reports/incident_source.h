// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident.h"
#include "core/store/store_reader.h"

#include <string>
#include <vector>

namespace telltale::ui {

/// Which alarms, and what the report is to say about where it comes from.
struct IncidentRequest {
    std::vector<OccurrenceId> occurrences; ///< empty = the newest one of the journal
    std::string site;
    std::string station;
    std::string productVersion;
};

/// Gathers everything that a report says from a data folder: alarms, transitions, samples around them, feed health in the window, and what
/// is not known. The same folder always gives the same incident.
/// Errors: NotFound for an alarm that does not exist or an empty journal; otherwise as the store gives them.
[[nodiscard]] Result<report::Incident> readIncident(const store::StoreReader &reader, const IncidentRequest &request);

} // namespace telltale::ui
