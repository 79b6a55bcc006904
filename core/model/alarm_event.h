// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_definition.h"
#include "core/model/alarm_state.h"
#include "core/model/ids.h"
#include "core/model/judgement.h"
#include "core/model/quality.h"
#include "core/model/score.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace telltale {

enum class AlarmEventKind : std::uint8_t {
    Raise,
    Clear,
    Escalate,
    Deescalate,
    Ack,
    AckUndo,
    Reset,
    Shelve,
    Unshelve,
    ShelfExpired,
    SuppressOn,
    SuppressOff,
    OosOn,
    OosOff,
    QualityBad,
    QualityGood,
    ReAlarm,
    Silence,
    ConfigChanged,
    Restart,
    Comment,
    Verdict,
    Assign,
    Ignored, ///< an event the table does not allow in that state; `comment` says which and why
};

[[nodiscard]] std::string_view toText(AlarmEventKind kind); ///< "RAISE", "ACK_UNDO", …

/// Who did it. For the detector and timers `operatorName` is "system".
struct Actor {
    std::string operatorName;
    std::string station;
    std::string osUser;

    friend bool operator==(const Actor &, const Actor &) = default;
};

using OccurrenceId = std::uint64_t; ///< 0 = none
using EventSeq = std::uint64_t;     ///< numbers every transition ever made, from 1; order of truth

/// One appended fact in the life of an alarm. Never changed afterwards.
struct AlarmEvent {
    EventSeq seq = 0;
    OccurrenceId occurrence = 0; ///< 0: happened without an open occurrence
    SensorKey source;
    AlarmEventKind kind = AlarmEventKind::Raise;
    AlarmState from = AlarmState::A;
    AlarmState to = AlarmState::A;
    Priority priority = Priority::P2;
    UtcTime at = kNoTime;         ///< our clock (or the simulated one) when it was decided
    UtcTime sourceTime = kNoTime; ///< event time of the reading behind it; kNoTime where there is none
    Actor actor;
    std::string comment;
    double score = kMissing;
    double limit = kMissing;
    double value = kMissing; ///< the sensor's value, in its unit
    std::uint32_t definitionVersion = 1;
    bool suppressed = false;
    std::string what = {};               ///< AlarmDefinition::what; empty where the alarm is unknown
    UtcTime until = kNoTime;             ///< Shelve, suppressed Raise: the shelf's end; OosOn: when to look at it again
    bool oneShot = false;                ///< Shelve, suppressed Raise: it ends with the next clear
    Judgement verdict = Judgement::None; ///< Verdict
};

/// Why it fired, fixed at the moment of the raise.
struct Explanation {
    struct Channel {
        std::string sensor;
        std::string unit;
        double share = 0.0; ///< all shares sum to 1
        double expected = kMissing;
        double actual = kMissing;
    };
    /// A sensor that turned anomalous by itself while its asset's alarm was active: it went into this alarm instead of raising its own.
    struct Joined {
        std::string sensor = {};
        std::string unit = {};
        UtcTime at = kNoTime; ///< event time
        double score = kMissing;
        double limit = kMissing;
        double expected = kMissing;
        double actual = kMissing;
        std::string detector = {}; ///< kind
    };
    double score = kMissing;
    double limit = kMissing;
    double lower = kMissing; ///< band of the leading sensor, in its unit
    double upper = kMissing;
    std::vector<Channel> channels; ///< largest share first; never empty for a detector's alarm
    std::string detector;          ///< kind
    std::uint32_t detectorVersion = 1;
    std::uint32_t definitionVersion = 1;
    std::string model = {};                  ///< path of the trained model behind it; empty = it learned from what it saw
    std::vector<double> actualStretch = {};  ///< the leading sensor's last readings, where its detector compares stretches; oldest first
    std::vector<double> nearestStretch = {}; ///< the most similar stretch of its own past, as long
    std::vector<Joined> joined = {};         ///< one a sensor, at its worst; the one part that grows after the raise
};

/// An alarm from its first raise to its closure: the current row. Rebuilt exactly by replaying its events.
struct Occurrence {
    OccurrenceId id = 0;
    AlarmDefinition definition;
    AlarmState state = AlarmState::A;
    Condition condition = Condition::Inactive;
    AckState ack = AckState::Acked;
    LatchState latch = LatchState::Clear;
    Suppression suppression = Suppression::None;
    Quality quality = Quality::Good;
    bool unverifiedSinceRestart = false;
    Audible audible = Audible::Off;
    UtcTime silencedUntil = kNoTime;
    Priority priority = Priority::P2;
    Priority maxPriority = Priority::P2;
    double score = kMissing; ///< latest
    double maxScore = kMissing;
    double limit = kMissing;
    std::uint32_t raiseCount = 0;
    bool chattering = false;
    bool firstOut = false;
    UtcTime firstViolation = kNoTime; ///< event time of the first anomalous reading behind the raise
    UtcTime raised = kNoTime;         ///< event time of the newest raise
    UtcTime raisedReceived = kNoTime; ///< our clock at that raise
    UtcTime acked = kNoTime;
    Actor ackedBy;
    UtcTime cleared = kNoTime;
    UtcTime closed = kNoTime; ///< kNoTime while open
    std::string closeReason;
    EventSeq lastSeq = 0;         ///< newest event of it
    EventSeq priorityRoseSeq = 0; ///< newest event that raised its priority
    Explanation why;              ///< of the newest raise
    Judgement verdict = Judgement::None;
    std::string owner = {};       ///< who looks after it; empty = nobody
    UtcTime shelfUntil = kNoTime; ///< end of the shelf that runs, also below a stronger suppression
    bool shelfOneShot = false;
    bool bornSuppressed = false; ///< its first raise was kept from people: counted apart

    [[nodiscard]] bool open() const { return closed == kNoTime; }
};

} // namespace telltale
