// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"
#include "core/store/journal_extracts.h"
#include "core/store/store_reader.h"

namespace telltale::ui {

/// The incident that people made, with all entries about it. Errors: NotFound, as the store.
[[nodiscard]] Result<void> addRecord(const store::StoreReader &reader, std::uint64_t incident, report::IncidentReport &report);

// What stands around the alarms of a report, whose window must be known. Errors: as the store.

/// Notes on times in the window: those about everything, and about assets of the report.
[[nodiscard]] Result<void> addRangeNotes(const store::StoreReader &reader, report::IncidentReport &report);
/// What the configurations that the alarms name consisted of; the plant's title becomes the site where there is none yet.
[[nodiscard]] Result<void> addConfigurations(const store::JournalExtracts &extracts, report::IncidentReport &report);
/// Feed health, and what its counters say about the data in the window.
[[nodiscard]] Result<void> addFeedHealth(const store::StoreReader &reader, report::IncidentReport &report);

} // namespace telltale::ui
