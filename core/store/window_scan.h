// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_event.h"
#include "core/model/feed_health.h"

#include <functional>
#include <string>

namespace telltale::store {

/// Who is told what a window holds, one fact at a time; nothing of it outlives the call. An empty function is not asked.
struct WindowVisitor {
    std::function<void(const Occurrence &)> alarm;           ///< only `id`, `definition` and `verdict` are filled
    std::function<void(const AlarmEvent &)> event;           ///< without actor, comment, score, limit, value, version, shelf and verdict
    std::function<void(UtcTime, const FeedHealth &)> health; ///< by time
    std::function<bool()> stopWanted;                        ///< asked every few thousand rows
};

/// Which facts: those of [from, to) by our clock, and of the time before it what says how it began.
struct ScanWindow {
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    Duration leadIn = std::chrono::hours{1};         ///< every transition of so long before it
    Duration healthLeadIn = std::chrono::minutes{1}; ///< the same for the health of feeds
};

/// Reads a window of a data folder with connections of its own; never blocks the writer, never writes. Tells the visitor, of one moment of
/// the journal: first every alarm that was open at some time of the window; then, by number, the transitions before it of the alarms that
/// were open when it began, those that led into or out of the states E, F and G, and those of the lead-in; then all transitions of the
/// window, by number. Health of feeds is told last.
/// Errors: Cancelled when the visitor wants to stop; NotFound when the folder holds no journal; Corrupt, Unsupported, Io as they come.
/// Thread: any. Cost: reads what it tells, and looks through the index of all alarms; memory of one row and of each different definition.
[[nodiscard]] Result<void> scanWindow(const std::string &folder, const ScanWindow &window, const WindowVisitor &visitor);

} // namespace telltale::store
