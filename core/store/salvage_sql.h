// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal_columns.h"

/// The statements that copy rows out of a damaged journal (salvage.h); constants, as all others (sql.h). A table is read as it lies in the
/// file, upwards and downwards, because an index may be what is damaged.
namespace telltale::store::sql {

inline constexpr const char *kIsTable = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?";
inline constexpr const char *kTransitionsUp = "SELECT " TELLTALE_TRANSITION_CELLS " FROM alarm_transition NOT INDEXED ORDER BY seq";
inline constexpr const char *kTransitionsDown = "SELECT " TELLTALE_TRANSITION_CELLS " FROM alarm_transition NOT INDEXED ORDER BY seq DESC";
inline constexpr const char *kKeepTransition = "INSERT OR IGNORE INTO alarm_transition(" TELLTALE_TRANSITION_CELLS
                                               ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kExplanationsUp = "SELECT " TELLTALE_EXPLANATION_CELLS " FROM explanation NOT INDEXED ORDER BY seq";
inline constexpr const char *kExplanationsDown = "SELECT " TELLTALE_EXPLANATION_CELLS " FROM explanation NOT INDEXED ORDER BY seq DESC";
inline constexpr const char *kKeepExplanation = "INSERT OR IGNORE INTO explanation(" TELLTALE_EXPLANATION_CELLS ") VALUES(?, ?, ?)";
inline constexpr const char *kAuditsUp = "SELECT " TELLTALE_AUDIT_CELLS " FROM audit NOT INDEXED ORDER BY id";
inline constexpr const char *kAuditsDown = "SELECT " TELLTALE_AUDIT_CELLS " FROM audit NOT INDEXED ORDER BY id DESC";
inline constexpr const char *kKeepAudit = "INSERT OR IGNORE INTO audit(" TELLTALE_AUDIT_CELLS ") VALUES(?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kDefinitionsUp = "SELECT " TELLTALE_DEFINITION_CELLS " FROM definition NOT INDEXED ORDER BY id";
inline constexpr const char *kDefinitionsDown = "SELECT " TELLTALE_DEFINITION_CELLS " FROM definition NOT INDEXED ORDER BY id DESC";
inline constexpr const char *kKeepDefinition =
    "INSERT OR IGNORE INTO definition(" TELLTALE_DEFINITION_CELLS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kLogbooksUp = "SELECT " TELLTALE_LOGBOOK_CELLS " FROM logbook NOT INDEXED ORDER BY seq";
inline constexpr const char *kLogbooksDown = "SELECT " TELLTALE_LOGBOOK_CELLS " FROM logbook NOT INDEXED ORDER BY seq DESC";
inline constexpr const char *kKeepLogbook =
    "INSERT OR IGNORE INTO logbook(" TELLTALE_LOGBOOK_CELLS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kOccurrencesUp = "SELECT " TELLTALE_OCCURRENCE_CELLS " FROM occurrence NOT INDEXED ORDER BY id";
inline constexpr const char *kOccurrencesDown = "SELECT " TELLTALE_OCCURRENCE_CELLS " FROM occurrence NOT INDEXED ORDER BY id DESC";
inline constexpr const char *kKeepOccurrence =
    "INSERT OR IGNORE INTO occurrence(" TELLTALE_OCCURRENCE_CELLS
    ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kSuppressionsUp = "SELECT " TELLTALE_SUPPRESSION_CELLS " FROM suppression NOT INDEXED ORDER BY id";
inline constexpr const char *kSuppressionsDown = "SELECT " TELLTALE_SUPPRESSION_CELLS " FROM suppression NOT INDEXED ORDER BY id DESC";
inline constexpr const char *kKeepSuppression =
    "INSERT OR IGNORE INTO suppression(" TELLTALE_SUPPRESSION_CELLS ") VALUES(?, ?, ?, ?, ?, ?)";

inline constexpr const char *kKeepAlive = "INSERT OR IGNORE INTO session(one, alive) VALUES(1, ?)";
inline constexpr const char *kHasLinks = "SELECT EXISTS (SELECT 1 FROM chain NOT INDEXED)";
inline constexpr const char *kAlive = "SELECT alive FROM session";
// As the writer makes them of each row.
inline constexpr const char *kWordsAgain = R"sql(
INSERT INTO journal_text(rowid, words)
    SELECT seq, asset || ' ' || sensor || ' ' || what || ' ' || kind || ' ' || priority || ' ' || operator || ' ' || comment || ' '
        || CASE verdict WHEN 'none' THEN '' ELSE verdict END FROM alarm_transition
    WHERE seq NOT IN (SELECT rowid FROM journal_text);
INSERT INTO journal_text(rowid, words)
    SELECT seq, asset || ' ' || sensor || ' ' || kind || ' ' || operator || ' ' || text FROM logbook
    WHERE seq NOT IN (SELECT rowid FROM journal_text))sql";

} // namespace telltale::store::sql
