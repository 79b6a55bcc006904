// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal_columns.h"

/// The statements about the chain of the journal's rows (chain_writer.h, journal_check.h); constants, as all others (sql.h).
namespace telltale::store::sql {

// One row by its key.
inline constexpr const char *kTransitionCells = "SELECT " TELLTALE_TRANSITION_CELLS " FROM alarm_transition WHERE seq = ?";
inline constexpr const char *kExplanationCells = "SELECT " TELLTALE_EXPLANATION_CELLS " FROM explanation WHERE seq = ?";
inline constexpr const char *kAuditCells = "SELECT " TELLTALE_AUDIT_CELLS " FROM audit WHERE id = ?";
inline constexpr const char *kDefinitionCells = "SELECT " TELLTALE_DEFINITION_CELLS " FROM definition WHERE id = ?";
inline constexpr const char *kLogbookCells = "SELECT " TELLTALE_LOGBOOK_CELLS " FROM logbook WHERE seq = ?";
inline constexpr const char *kSegmentCells = "SELECT " TELLTALE_SEGMENT_CELLS " FROM segment WHERE id = ?";
inline constexpr const char *kOccurrenceCells = "SELECT " TELLTALE_OCCURRENCE_CELLS " FROM occurrence WHERE id = ?";
inline constexpr const char *kSuppressionCells = "SELECT " TELLTALE_SUPPRESSION_CELLS " FROM suppression WHERE id = ?";

// Keys of what is there, in order.
inline constexpr const char *kTransitionKeys = "SELECT seq FROM alarm_transition ORDER BY seq";
inline constexpr const char *kExplanationKeys = "SELECT seq FROM explanation ORDER BY seq";
inline constexpr const char *kAuditKeys = "SELECT id FROM audit ORDER BY id";
inline constexpr const char *kDefinitionKeys = "SELECT id FROM definition ORDER BY id";
inline constexpr const char *kLogbookKeys = "SELECT seq FROM logbook ORDER BY seq";
inline constexpr const char *kSegmentKeys = "SELECT id FROM segment ORDER BY id";
inline constexpr const char *kOccurrenceKeys = "SELECT id FROM occurrence ORDER BY id";
inline constexpr const char *kSuppressionKeys = "SELECT id FROM suppression ORDER BY id";

inline constexpr const char *kSuppressionId = "SELECT id FROM suppression WHERE asset = ? AND sensor = ? AND what = ?";
inline constexpr const char *kAddLink = "INSERT INTO chain(n, what, key, digest, hash) VALUES(?, ?, ?, ?, ?)";
inline constexpr const char *kChainHead = "SELECT n, hash FROM chain ORDER BY n DESC LIMIT 1";
inline constexpr const char *kLinkHash = "SELECT hash FROM chain WHERE n = ?";
inline constexpr const char *kLinks = "SELECT n, what, key, digest, hash FROM chain WHERE n > ? ORDER BY n LIMIT ?";
inline constexpr const char *kAddSegment = "INSERT INTO segment(first, at, key, form, why, detail) VALUES(?, ?, ?, ?, ?, ?)";
inline constexpr const char *kSegments = "SELECT id, first, at, key, form, why, detail FROM segment ORDER BY first, id";
// Backwards, because reports are mostly about what is recent. Numbers are shared by these three tables.
inline constexpr const char *kNewestLinkOf = "SELECT n, hash FROM chain WHERE key = ? AND what IN ('alarm_transition', 'explanation', "
                                             "'logbook') ORDER BY n DESC LIMIT 1";

} // namespace telltale::store::sql
