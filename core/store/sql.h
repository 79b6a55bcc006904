// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Every statement that the store runs. All are constants: foreign text comes in as bound values only.
namespace telltale::store::sql {

// Journal, writing. The columns of occurrence and alarm_transition stand in the order of their `describe` (model_fields.h).
inline constexpr const char *kPutOccurrence = R"sql(
INSERT INTO occurrence(opened, asset, sensor, what,
    id, definition, state, condition, ack, latch, suppression, quality, unverified, audible, silenced_until, priority, max_priority,
    score, max_score, score_limit, raise_count, chattering, first_out, first_violation, raised, raised_received,
    acked, acked_by_operator, acked_by_station, acked_by_os_user, cleared, closed, close_reason, last_seq, priority_rose_seq, why,
    verdict, owner, shelf_until, shelf_one_shot, born_suppressed)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28,
    ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41)
ON CONFLICT(id) DO UPDATE SET
    asset = ?2, sensor = ?3, what = ?4, definition = ?6, state = ?7, condition = ?8, ack = ?9, latch = ?10, suppression = ?11, quality = ?12,
    unverified = ?13, audible = ?14, silenced_until = ?15, priority = ?16, max_priority = ?17, score = ?18, max_score = ?19,
    score_limit = ?20, raise_count = ?21, chattering = ?22, first_out = ?23, first_violation = ?24, raised = ?25, raised_received = ?26,
    acked = ?27, acked_by_operator = ?28, acked_by_station = ?29, acked_by_os_user = ?30, cleared = ?31, closed = ?32, close_reason = ?33,
    last_seq = ?34, priority_rose_seq = ?35, why = ?36, verdict = ?37, owner = ?38, shelf_until = ?39, shelf_one_shot = ?40,
    born_suppressed = ?41
WHERE ?34 >= last_seq)sql";
inline constexpr const char *kAddTransition = R"sql(
INSERT INTO alarm_transition(seq, occurrence, asset, sensor, kind, from_state, to_state, priority, at, source_time,
    operator, station, os_user, comment, score, score_limit, value, definition_version, suppressed,
    what, until, one_shot, verdict)
VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23))sql";
inline constexpr const char *kSameTransition =
    "SELECT count(*) FROM alarm_transition WHERE seq = ? AND occurrence = ? AND asset = ? AND sensor = ? AND kind = ? AND at IS ?";
// What people say about an alarm that is closed: its row is at hand here only.
inline constexpr const char *kRemarkOnClosed = R"sql(
UPDATE occurrence SET last_seq = ?2, verdict = coalesce(?3, verdict), owner = coalesce(?4, owner)
WHERE id = ?1 AND last_seq < ?2 AND closed IS NOT NULL)sql";
inline constexpr const char *kPutSuppression = R"sql(
INSERT INTO suppression(asset, sensor, what, last_seq, content) VALUES(?1, ?2, ?3, ?4, ?5)
ON CONFLICT(asset, sensor, what) DO UPDATE SET last_seq = ?4, content = ?5 WHERE ?4 >= last_seq)sql";
inline constexpr const char *kDropSuppression = "DELETE FROM suppression WHERE asset = ?1 AND sensor = ?2 AND what = ?3 AND last_seq <= ?4";
inline constexpr const char *kAddLogbook = R"sql(
INSERT INTO logbook(seq, kind, subject, occurrence, asset, sensor, range_from, range_to, at, operator, station, os_user, text, content)
VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";
inline constexpr const char *kAddWords = "INSERT INTO journal_text(rowid, words) VALUES(?, ?)";
inline constexpr const char *kAddExplanation = "INSERT INTO explanation(seq, occurrence, why) VALUES(?, ?, ?)";
inline constexpr const char *kNewestDefinition = "SELECT version, hash FROM definition WHERE name = ? ORDER BY version DESC LIMIT 1";
inline constexpr const char *kNewestDefinitions =
    "SELECT name, max(version), content FROM definition GROUP BY name ORDER BY name"; // SQLite: content is that of the maximum's row
// ?1 number of a configuration: of each name the newest text that is not younger. SQLite: the columns are those of the maximum's row.
inline constexpr const char *kConfiguration =
    "SELECT name, max(version), hash, at, operator, station, os_user, reason, content FROM definition WHERE version <= ?1 GROUP BY name "
    "ORDER BY name";
inline constexpr const char *kAddDefinition =
    "INSERT INTO definition(name, version, content, hash, operator, station, os_user, reason, at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr const char *kAddAudit = "INSERT INTO audit(at, operator, station, os_user, what, detail) VALUES(?, ?, ?, ?, ?, ?)";
inline constexpr const char *kPutAlive = "INSERT INTO session(one, alive) VALUES(1, ?1) ON CONFLICT(one) DO UPDATE SET alive = ?1";
inline constexpr const char *kLastSeq =
    "SELECT max((SELECT coalesce(max(seq), 0) FROM alarm_transition), (SELECT coalesce(max(seq), 0) FROM logbook))";

// Either file. What SQLite made for itself has no words, or is behind a virtual table and has those of the SQLite that wrote it.
inline constexpr const char *kObjects = R"sql(
SELECT type, name, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'journal\_text\_%' ESCAPE '\')sql";

// Journal, reading.
inline constexpr const char *kLastOccurrence =
    "SELECT max((SELECT coalesce(max(id), 0) FROM occurrence), (SELECT coalesce(max(occurrence), 0) FROM alarm_transition))";
inline constexpr const char *kLastAlive = R"sql(
SELECT max(alive) FROM (SELECT alive FROM session UNION ALL SELECT max(at) FROM alarm_transition UNION ALL SELECT max(at) FROM logbook))sql";
inline constexpr const char *kSuppressions = "SELECT content FROM suppression ORDER BY asset, sensor, what";
#define TELLTALE_LOGBOOK_COLUMNS                                                                                                           \
    "SELECT seq, kind, subject, occurrence, asset, sensor, range_from, range_to, at, operator, station, os_user, text, content FROM "      \
    "logbook "
// Entries of incidents that are open or among the newest thousand: an old closed one is history.
inline constexpr const char *kIncidents = TELLTALE_LOGBOOK_COLUMNS R"sql(WHERE kind LIKE 'INCIDENT_%' AND subject IN (
    SELECT opened.subject FROM logbook AS opened WHERE opened.kind = 'INCIDENT_OPENED'
    AND (opened.subject > (SELECT max(subject) FROM logbook WHERE kind = 'INCIDENT_OPENED') - 1000
         OR coalesce((SELECT max(seq) FROM logbook WHERE kind = 'INCIDENT_CLOSED' AND subject = opened.subject), 0)
         <= coalesce((SELECT max(seq) FROM logbook WHERE kind = 'INCIDENT_REOPENED' AND subject = opened.subject), 0))) ORDER BY seq)sql";
inline constexpr const char *kLastSubject =
    "SELECT coalesce(max(subject), 0) FROM logbook WHERE kind IN ('INCIDENT_OPENED', 'HANDOVER_SIGNED')";
// ?1 since, ?2 until (of `at`), ?3 kind, ?4 subject, ?5 range from, ?6 range to (each may be NULL), ?7 after this number, ?8 limit
#define TELLTALE_LOGBOOK_BOUNDS                                                                                                            \
    "WHERE seq > ?7 AND (?1 IS NULL OR at >= ?1) AND (?2 IS NULL OR at < ?2) AND (?3 IS NULL OR kind = ?3) "                               \
    "AND (?4 IS NULL OR subject = ?4) AND (?5 IS NULL OR range_to >= ?5) AND (?6 IS NULL OR range_from < ?6) "
inline constexpr const char *kLogbook = TELLTALE_LOGBOOK_COLUMNS TELLTALE_LOGBOOK_BOUNDS "ORDER BY seq LIMIT ?8";
inline constexpr const char *kLogbookNewestFirst = TELLTALE_LOGBOOK_COLUMNS TELLTALE_LOGBOOK_BOUNDS "ORDER BY seq DESC LIMIT ?8";
inline constexpr const char *kLogbookNumbered = TELLTALE_LOGBOOK_COLUMNS "WHERE seq IN (SELECT value FROM json_each(?1)) ORDER BY seq";
#undef TELLTALE_LOGBOOK_BOUNDS
#undef TELLTALE_LOGBOOK_COLUMNS
inline constexpr const char *kCountTransitions = "SELECT count(*) FROM alarm_transition";

#define TELLTALE_OCCURRENCE_COLUMNS                                                                                                        \
    "SELECT id, definition, state, condition, ack, latch, suppression, quality, unverified, audible, silenced_until, priority, "           \
    "max_priority, score, max_score, score_limit, raise_count, chattering, first_out, first_violation, raised, raised_received, acked, "   \
    "acked_by_operator, acked_by_station, acked_by_os_user, cleared, closed, close_reason, last_seq, priority_rose_seq, why, "             \
    "verdict, owner, shelf_until, shelf_one_shot, born_suppressed "                                                                        \
    "FROM occurrence "
inline constexpr const char *kOpenOccurrences = TELLTALE_OCCURRENCE_COLUMNS "WHERE closed IS NULL ORDER BY id";
inline constexpr const char *kOneOccurrence = TELLTALE_OCCURRENCE_COLUMNS "WHERE id = ?";
inline constexpr const char *kOccurrencesIn =
    TELLTALE_OCCURRENCE_COLUMNS "WHERE (opened IS NULL OR opened < ?2) AND (closed IS NULL OR closed >= ?1) ORDER BY id";
inline constexpr const char *kNewestOccurrence = "SELECT max(id) FROM occurrence";
#undef TELLTALE_OCCURRENCE_COLUMNS

#define TELLTALE_TRANSITION_COLUMNS                                                                                                        \
    "SELECT seq, occurrence, asset, sensor, kind, from_state, to_state, priority, at, source_time, operator, station, os_user, comment, "  \
    "score, score_limit, value, definition_version, suppressed, what, until, one_shot, verdict FROM alarm_transition "
// ?1 since, ?2 until, ?3 occurrence (each may be NULL), ?4 after this number, ?5 limit
#define TELLTALE_TRANSITION_BOUNDS "AND seq > ?4 AND (?1 IS NULL OR at >= ?1) AND (?2 IS NULL OR at < ?2) "
inline constexpr const char *kTransitions =
    TELLTALE_TRANSITION_COLUMNS "WHERE ?3 IS NULL " TELLTALE_TRANSITION_BOUNDS "ORDER BY seq LIMIT ?5";
inline constexpr const char *kTransitionsNewestFirst =
    TELLTALE_TRANSITION_COLUMNS "WHERE ?3 IS NULL " TELLTALE_TRANSITION_BOUNDS "ORDER BY seq DESC LIMIT ?5";
inline constexpr const char *kTransitionsOf =
    TELLTALE_TRANSITION_COLUMNS "WHERE occurrence = ?3 " TELLTALE_TRANSITION_BOUNDS "ORDER BY seq LIMIT ?5";
inline constexpr const char *kTransitionsOfNewestFirst =
    TELLTALE_TRANSITION_COLUMNS "WHERE occurrence = ?3 " TELLTALE_TRANSITION_BOUNDS "ORDER BY seq DESC LIMIT ?5";
inline constexpr const char *kEventsOf = TELLTALE_TRANSITION_COLUMNS "WHERE occurrence = ? ORDER BY seq";
inline constexpr const char *kRowlessAfterSalvage =
    "SELECT DISTINCT occurrence FROM alarm_transition WHERE occurrence > 0 AND occurrence NOT IN (SELECT id FROM occurrence) "
    "AND EXISTS (SELECT 1 FROM segment WHERE why = 'salvaged') ORDER BY occurrence";
inline constexpr const char *kTransitionsNumbered =
    TELLTALE_TRANSITION_COLUMNS "WHERE seq IN (SELECT value FROM json_each(?1)) ORDER BY seq";
// ?1 end. The transitions that keep an alarm from people, or give it back.
inline constexpr const char *kSuppressionChanges = TELLTALE_TRANSITION_COLUMNS
    "WHERE kind IN ('SHELVE', 'UNSHELVE', 'SHELF_EXPIRED', 'SUPPRESS_ON', 'SUPPRESS_OFF', 'OOS_ON', 'OOS_OFF') AND at < ?1 ORDER BY seq";
inline constexpr const char *kSearch = "SELECT rowid FROM journal_text WHERE journal_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
// ?1 asset, ?2 sensor, ?3 what, ?4 event time from, ?5 until, ?6 limit. A clear may come after the end of what was raised before it.
inline constexpr const char *kConditionChanges = TELLTALE_TRANSITION_COLUMNS
    "WHERE occurrence IN (SELECT id FROM occurrence WHERE asset = ?1 AND sensor = ?2 AND what = ?3) AND coalesce(source_time, at) >= ?4 "
    "AND (kind = 'CLEAR' OR (kind = 'RAISE' AND coalesce(source_time, at) < ?5)) ORDER BY seq DESC LIMIT ?6";
#undef TELLTALE_TRANSITION_BOUNDS
#undef TELLTALE_TRANSITION_COLUMNS

// ?1 since. Raises that people were given, newest first: as kpi::annunciates. The definition is that of the alarm's newest raise.
inline constexpr const char *kAnnunciatedSince = R"sql(
SELECT alarm_transition.at FROM alarm_transition JOIN occurrence ON occurrence.id = alarm_transition.occurrence
WHERE alarm_transition.at >= ?1 AND kind IN ('RAISE', 'OOS_OFF') AND to_state = 'B' AND NOT suppressed
    AND alarm_transition.priority <> 'diagnostic' AND definition ->> '$.annunciate'
ORDER BY alarm_transition.at DESC, seq DESC)sql";

// A window as a whole. ?1 from, ?2 to (?3 start of the lead-in)
inline constexpr const char *kAlarmsOfWindow =
    "SELECT id, verdict, definition FROM occurrence WHERE (opened IS NULL OR opened < ?2) AND (closed IS NULL OR closed >= ?1)";
inline constexpr const char *kNumbersOfWindow = "SELECT min(seq), max(seq) FROM alarm_transition WHERE at >= ?1 AND at < ?2";
#define TELLTALE_FACT_COLUMNS                                                                                                              \
    "SELECT seq, occurrence, asset, sensor, kind, from_state, to_state, priority, at, source_time, suppressed, what FROM "                 \
    "alarm_transition "
// Every change into or out of hiding is the index alarm_transition_hidden.
inline constexpr const char *kFactsBeforeWindow = TELLTALE_FACT_COLUMNS
    "WHERE at >= ?3 AND at < ?1 UNION " TELLTALE_FACT_COLUMNS
    "WHERE at < ?1 AND occurrence IN (SELECT id FROM occurrence WHERE opened < ?1 AND (closed IS NULL OR closed >= ?1)) "
    "UNION " TELLTALE_FACT_COLUMNS
    "WHERE at < ?1 AND from_state <> to_state AND (from_state IN ('E', 'F', 'G') OR to_state IN ('E', 'F', 'G')) "
    "ORDER BY seq";
// ?3 and ?4: first and last number. By number, because rows lie in this order and it is the order of truth.
inline constexpr const char *kFactsOfWindow = TELLTALE_FACT_COLUMNS "WHERE seq BETWEEN ?3 AND ?4 AND at >= ?1 AND at < ?2 ORDER BY seq";
#undef TELLTALE_FACT_COLUMNS

} // namespace telltale::store::sql
