// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"

#include <set>
#include <string>

namespace telltale::report {

/// An incident at a glance. Sets, so that fifty alarms of one pump name it once.
struct IncidentSummary {
    std::size_t alarms = 0;
    std::size_t open = 0;
    std::size_t unacknowledged = 0;
    std::set<std::string> sources;
    std::set<std::string> owners;       ///< of the incident, otherwise of its alarms
    std::set<std::string> closeReasons; ///< of the alarms: "normal", "reset", …
    std::string cause;                  ///< as people closed the incident with; empty = nobody said
    bool isOpen = false;                ///< the incident, otherwise one of its alarms
};

[[nodiscard]] IncidentSummary summaryOf(const IncidentReport &report);
/// "3 alarm(s) on 2 source(s): 1 still open, 0 not acknowledged."
[[nodiscard]] Statement sentenceOf(const IncidentSummary &summary);
/// "a, b"; empty for none.
[[nodiscard]] std::string joined(const std::set<std::string> &items);

} // namespace telltale::report
