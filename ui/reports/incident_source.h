// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"

#include <string>
#include <vector>

namespace telltale::ui {

/// Which alarms, and what the report is to say about where it comes from.
struct IncidentRequest {
    std::vector<OccurrenceId> occurrences = {}; ///< in any order; empty = the newest one of the journal
    std::uint64_t incident = 0;                 ///< number of an operator's incident: its alarms instead; 0 = none
    std::string site = {};                      ///< empty = the title of the plant that was watched when the first alarm was raised
    std::string station = {};                   ///< empty = the station that raised it
    std::string productVersion = {};
};

/// More alarms are no report that anybody reads, and no file that can be read back.
inline constexpr std::size_t kMostReportedAlarms = 1000;

/// Gathers everything that a report says from a data folder: alarms, transitions, samples around them, feed health in the window, what was
/// suppressed meanwhile, what people wrote, the configuration in force, and what is not known. The same folder always gives the same
/// report, whoever asks, whatever the order of the alarms, and however the samples happen to be cut into chunks. Errors: NotFound for an
/// alarm or incident that does not exist or an empty journal; InvalidArgument for more than 1000 alarms; otherwise as the store gives them.
[[nodiscard]] Result<report::IncidentReport> readIncident(const std::string &dataFolder, const IncidentRequest &request);

} // namespace telltale::ui
