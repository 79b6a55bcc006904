// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All columns of the journal's tables, key first: what a link covers and what a salvage copies. A column that a later schema adds must not
// change what an old link says: it needs a list, and a form (kChainForm), of its own.
#define TELLTALE_TRANSITION_CELLS                                                                                                          \
    "seq, occurrence, asset, sensor, kind, from_state, to_state, priority, at, source_time, operator, station, os_user, comment, score, "  \
    "score_limit, value, definition_version, suppressed, what, until, one_shot, verdict"
#define TELLTALE_EXPLANATION_CELLS "seq, occurrence, why"
#define TELLTALE_AUDIT_CELLS "id, at, operator, station, os_user, what, detail"
#define TELLTALE_DEFINITION_CELLS "id, name, version, content, hash, operator, station, os_user, reason, at"
#define TELLTALE_LOGBOOK_CELLS                                                                                                             \
    "seq, kind, subject, occurrence, asset, sensor, range_from, range_to, at, operator, station, os_user, text, content"
#define TELLTALE_SEGMENT_CELLS "id, first, at, key, form, why, detail"
#define TELLTALE_OCCURRENCE_CELLS                                                                                                          \
    "id, opened, asset, sensor, what, definition, state, condition, ack, latch, suppression, quality, unverified, audible, "               \
    "silenced_until, priority, max_priority, score, max_score, score_limit, raise_count, chattering, first_out, first_violation, raised, " \
    "raised_received, acked, acked_by_operator, acked_by_station, acked_by_os_user, cleared, closed, close_reason, last_seq, "             \
    "priority_rose_seq, why, verdict, owner, shelf_until, shelf_one_shot, born_suppressed"
#define TELLTALE_SUPPRESSION_CELLS "id, asset, sensor, what, last_seq, content"
