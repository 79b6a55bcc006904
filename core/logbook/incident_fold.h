// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/incident.h"

#include <span>
#include <vector>

namespace telltale::logbook {

/// Adds one entry of the incident to it: an incident is nothing but the sum of its entries. Entries of other kinds change nothing.
void fold(Incident &incident, const LogbookEntry &entry);

/// All incidents that `entries` (of any kinds, oldest first) speak of, by number.
[[nodiscard]] std::vector<Incident> incidentsOf(std::span<const LogbookEntry> entries);

} // namespace telltale::logbook
