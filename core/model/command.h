// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/detector_spec.h"
#include "core/model/logbook_entry.h"
#include "core/model/role.h"

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
    AlarmKey alarm = {}; ///< of one that is no longer open
};
/// Keeps alarms from people for a while. The reason must not be empty.
struct Shelve {
    std::vector<AlarmKey> alarms;
    Duration length{0};   ///< from when the command is carried out; at most what the definition allows
    bool oneShot = false; ///< ends with the next clear, after `length` at the latest
    std::string reason;
};
struct Unshelve {
    std::vector<AlarmKey> alarms;
};
struct TakeOutOfService {
    std::vector<AlarmKey> alarms;
    std::string reason; ///< must not be empty
    UtcTime reviewAt = kNoTime;
};
struct ReturnToService {
    std::vector<AlarmKey> alarms;
};
/// What an alarm was found to be, open or not.
struct Judge {
    OccurrenceId occurrence = 0;
    Judgement verdict = Judgement::None;
    std::string text;
    AlarmKey alarm = {}; ///< of one that is no longer open
};
struct Assign {
    OccurrenceId occurrence = 0;
    std::string owner;   ///< empty = nobody
    AlarmKey alarm = {}; ///< of one that is no longer open
};
/// Anything for the logbook; `seq`, `at` and `actor` are filled in, and for IncidentOpened and HandoverSigned the `subject`.
struct WriteLogbook {
    LogbookEntry entry;
    std::vector<OccurrenceId> alarms = {}; ///< IncidentOpened: its first ones
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

/// One more feed until the end of this run; the plant file stays as it is.
struct AddFeed {
    std::string address; ///< as in the plant file
};

/// Not that feed any more: it was added while running.
struct RemoveFeed {
    std::string address;
};

} // namespace command

struct Command {
    std::uint64_t id = 0; ///< chosen by the caller, echoed back
    Actor actor;
    Role role = Role::Engineer; ///< of the actor; a command that it does not cover is refused
    std::variant<command::Acknowledge, command::UndoAcknowledge, command::Reset, command::Silence, command::Comment, command::WatchSensors,
                 command::ConfigureDetector, command::Shelve, command::Unshelve, command::TakeOutOfService, command::ReturnToService,
                 command::Judge, command::Assign, command::WriteLogbook, command::AddFeed, command::RemoveFeed>
        what = {};
};

/// What became of a command.
struct CommandEcho {
    std::uint64_t id = 0;
    bool accepted = false;
    std::string reason;        ///< for people; empty when accepted
    EventSeq lastSeq = 0;      ///< durable once Snapshot::storedThrough reaches it
    std::uint64_t subject = 0; ///< number of the incident or handover that the command was about
};

} // namespace telltale
