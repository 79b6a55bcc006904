// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"
#include "core/store/store_reader.h"

#include <string>
#include <vector>

namespace telltale::ui {

/// Half-open span of event time.
struct Window {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
};

/// What of an alarm's time is evidence: ten minutes before its first violation to two minutes after it cleared (or after the newest that
/// is known of it while it is open).
[[nodiscard]] Window evidenceWindow(const Occurrence &alarm, const std::vector<AlarmEvent> &events);

/// Samples of one sensor for `window`, exactly; if fewer than 120 readings lie before the violation, the start moves back until there are
/// (slow sensors), but not by more than 30 days. `window.from` follows. In full chunks, however they were stored. What is not there, or
/// cannot be read, is said in `unknowns`.
[[nodiscard]] report::Evidence readEvidence(const store::StoreReader &reader, const SensorKey &sensor, const std::string &unit,
                                                    UtcTime violation, Window &window, std::vector<report::Statement> &unknowns);

/// The part of a chunk in [from, to); null when it is empty. Levels are left out.
[[nodiscard]] ChunkPtr cutChunk(const ChunkPtr &chunk, UtcTime from, UtcTime to);

} // namespace telltale::ui
