// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/chunk.h"
#include "core/model/feed_health.h"
#include "core/model/logbook_entry.h"
#include "core/model/suppressed_alarm.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace telltale::store {

/// A transition and the occurrence as it is after it; one transaction. Occurrence id 0 = the event has none, or is a remark on a closed
/// one.
struct SaveTransition {
    AlarmEvent event;
    Occurrence occurrence;
    std::optional<SuppressedAlarm> suppression = {}; ///< as it is after it, where it changed; Suppression::None = no longer
};
struct SaveLogbook {
    LogbookEntry entry;
};
/// A sealed chunk; replaces the tail rows of the same sensor.
struct SaveChunk {
    SensorKey sensor;
    std::string unit;
    ChunkPtr chunk;
    bool late = false; ///< samples that came after their time was sealed: the tail stays as it is
};
/// The open tails as they are now, each replacing the former one; written within 5 s, one transaction for all.
struct SaveTails {
    std::vector<SaveChunk> tails;
};
/// A configuration as it was loaded or made, with who and why.
struct SaveDefinition {
    std::string name;    ///< "plant", "detectors"
    std::string content; ///< the whole text
    Actor by;
    std::string reason;
    UtcTime at = kNoTime;
    std::uint32_t version = 1; ///< of the configuration; greater than that of any former text of this name
};
/// A fact for the audit trail that is no alarm transition: start, stop, login, pruning.
struct SaveAudit {
    UtcTime at = kNoTime;
    Actor by;
    std::string what;
    std::string detail;
};
struct SaveFeedHealth {
    UtcTime at = kNoTime;
    FeedHealth health;
};
/// "Alive until here": what a restart measures its gap from.
struct SaveHeartbeat {
    UtcTime at = kNoTime;
};

using StoreJob = std::variant<SaveTransition, SaveLogbook, SaveChunk, SaveTails, SaveDefinition, SaveAudit, SaveFeedHealth, SaveHeartbeat>;

} // namespace telltale::store
