// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/detector_spec.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace telltale {

/// What an operator asks for. The answer is never a return value: it is a later Snapshot (or a rejection in `CommandEcho`).
namespace command {

struct Acknowledge {
    std::vector<OccurrenceId> occurrences;
    EventSeq seenSeq = 0; ///< newest event the operator could have seen: an alarm that got worse since refuses
    std::string comment;
};
struct UndoAcknowledge {
    std::vector<OccurrenceId> occurrences;
};
struct Reset {
    std::vector<OccurrenceId> occurrences;
};
struct Silence {};
struct Comment {
    OccurrenceId occurrence = 0;
    std::string text;
};
/// Whose samples the next snapshots carry. Replaces the former set.
struct WatchSensors {
    std::vector<SensorId> sensors;
};

/// Another detector for a sensor, or (sensor empty) for an asset as a whole. It learns from the history that is at hand before it judges.
/// Every such change is a new version of the configuration, with who and why.
struct ConfigureDetector {
    SensorKey source;
    DetectorSpec detector; ///< kind empty = back to what the plant file says
    std::string reason;    ///< for people, in the journal; must not be empty
};

} // namespace command

struct Command {
    std::uint64_t id = 0; ///< chosen by the caller, echoed back
    Actor actor;
    std::variant<command::Acknowledge, command::UndoAcknowledge, command::Reset, command::Silence, command::Comment, command::WatchSensors,
                 command::ConfigureDetector>
        what;
};

/// What became of a command.
struct CommandEcho {
    std::uint64_t id = 0;
    bool accepted = false;
    std::string reason;   ///< for people; empty when accepted
    EventSeq lastSeq = 0; ///< durable once Snapshot::storedThrough reaches it
};

} // namespace telltale
