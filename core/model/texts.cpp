// SPDX-License-Identifier: GPL-3.0-or-later
// The words behind every enumeration, as tables: journal files and JSON lines use them, so they never change meaning.
#include "core/model/alarm_event.h"
#include "core/model/alarm_state.h"
#include "core/model/detector_spec.h"
#include "core/model/feed_health.h"
#include "core/model/logbook_entry.h"
#include "core/model/quality.h"
#include "core/model/role.h"
#include "core/model/score.h"

#include <algorithm>
#include <array>

namespace telltale {

namespace {

template <std::size_t N, typename Enum>
std::string_view pick(const std::array<std::string_view, N> &words, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? words[index] : std::string_view("?");
}

} // namespace

std::string_view toText(Quality quality)
{
    constexpr std::array<std::string_view, 3> kWords{"good", "uncertain", "bad"};
    return pick(kWords, quality);
}

std::string_view toText(Verdict verdict)
{
    constexpr std::array<std::string_view, 3> kWords{"no decision", "normal", "anomalous"};
    return pick(kWords, verdict);
}

std::string_view toText(Priority priority)
{
    constexpr std::array<std::string_view, 5> kWords{"?", "P1", "P2", "P3", "diagnostic"};
    return pick(kWords, priority);
}

std::string_view toText(Condition condition)
{
    constexpr std::array<std::string_view, 4> kWords{"INACTIVE", "PENDING_ON", "ACTIVE", "PENDING_OFF"};
    return pick(kWords, condition);
}

std::string_view toText(AlarmState state)
{
    constexpr std::array<std::string_view, 9> kWords{"A", "B", "C", "D", "L1", "L2", "E", "F", "G"};
    return pick(kWords, state);
}

std::string_view label(AlarmState state)
{
    constexpr std::array<std::string_view, 9> kWords{"", "NEW", "ACK", "RTN", "LATCH NEW", "LATCH", "SHELVED", "SUPPRESSED", "OOS"};
    return pick(kWords, state);
}

int listRank(AlarmState state)
{
    constexpr std::array<int, 9> kRanks{9, 0, 3, 1, 0, 2, 4, 5, 6};
    return kRanks[static_cast<std::size_t>(state)];
}

std::string_view toText(AlarmEventKind kind)
{
    constexpr std::array<std::string_view, 24> kWords{
        "RAISE",    "CLEAR",         "ESCALATE",       "DEESCALATE",   "ACK",     "ACK_UNDO", "RESET",  "SHELVE",
        "UNSHELVE", "SHELF_EXPIRED", "SUPPRESS_ON",    "SUPPRESS_OFF", "OOS_ON",  "OOS_OFF",  "Q_BAD",  "Q_GOOD",
        "REALARM",  "SILENCE",       "CONFIG_CHANGED", "RESTART",      "COMMENT", "VERDICT",  "ASSIGN", "IGNORED"};
    return pick(kWords, kind);
}

std::string_view toText(Judgement judgement)
{
    constexpr std::array<std::string_view, 5> kWords{"none", "true", "false", "expected", "test"};
    return pick(kWords, judgement);
}

std::string_view toText(LogbookKind kind)
{
    constexpr std::array<std::string_view, 12> kWords{
        "RANGE_NOTE",      "INCIDENT_OPENED",   "INCIDENT_ALARM_ADDED", "INCIDENT_ALARM_REMOVED", "INCIDENT_OWNER", "INCIDENT_NOTE",
        "INCIDENT_CLOSED", "INCIDENT_REOPENED", "HANDOVER_SIGNED",      "HANDOVER_TAKEN",         "SIGNED_IN",      "SIGNED_OUT"};
    return pick(kWords, kind);
}

std::string_view toText(Role role)
{
    constexpr std::array<std::string_view, 4> kWords{"viewer", "operator", "supervisor", "engineer"};
    return pick(kWords, role);
}

std::string_view toText(FeedState state)
{
    constexpr std::array<std::string_view, 5> kWords{"connecting", "live", "no valid frames", "lost", "ended"};
    return pick(kWords, state);
}

const DetectorRule *DetectorCatalog::find(std::string_view kind) const
{
    const auto found = std::find_if(detectors.begin(), detectors.end(), [&](const DetectorRule &rule) { return rule.kind == kind; });
    return found == detectors.end() ? nullptr : &*found;
}

} // namespace telltale
