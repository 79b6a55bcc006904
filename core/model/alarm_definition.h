// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace telltale {

/// Rationalised alarm priority; P1 is the most urgent. Diagnostic goes to the journal only.
enum class Priority : std::uint8_t { P1 = 1, P2 = 2, P3 = 3, Diagnostic = 4 };

[[nodiscard]] std::string_view toText(Priority priority); ///< "P1"

/// AlarmDefinition::what of the alarms that detectors raise.
inline constexpr std::string_view kAnomalous = "anomalous";

/// How many anomalous readings it takes (operators.md §5.5): exactly one rule per definition.
struct PersistenceRule {
    enum class Kind : std::uint8_t {
        OnDelay,       ///< anomalous for `duration` without a normal reading between
        Consecutive,   ///< `count` anomalous readings in a row, no gap over `gapPeriods` periods
        KOfN,          ///< at least `count` of the last `window` readings
        CountInWindow, ///< at least `count` anomalous readings within `duration` of event time
    };
    Kind kind = Kind::OnDelay;
    int count = 1;
    int window = 1;
    Duration duration = std::chrono::seconds{2};
    double gapPeriods = 2.0; ///< a longer silence between two readings starts the count anew

    friend bool operator==(const PersistenceRule &, const PersistenceRule &) = default;
};

/// What to do, as the plant's engineers wrote it down. All may be empty.
struct Guidance {
    std::string cause;
    std::string consequence;
    std::string action;
    Duration respondWithin{0}; ///< 0 = not stated

    friend bool operator==(const Guidance &, const Guidance &) = default;
};

/// When an active alarm becomes more urgent. Both conditions may be given; either is enough.
struct Escalation {
    Priority priority = Priority::P1; ///< what it becomes
    double score = 0.0;               ///< at this many times its limit; falls back below clearRatio of it; 0 = never
    Duration unacknowledged{0};       ///< after this long without an acknowledgement; 0 = never

    friend bool operator==(const Escalation &, const Escalation &) = default;
};

/// Which alarm, whether or not it is active.
struct AlarmKey {
    SensorKey source;
    std::string what; ///< AlarmDefinition::what

    friend bool operator==(const AlarmKey &, const AlarmKey &) = default;
    friend auto operator<=>(const AlarmKey &, const AlarmKey &) = default;
};

/// What is being watched, and how a judgement becomes an alarm. One per sensor or asset, or per feed and system condition.
struct AlarmDefinition {
    SensorKey source; ///< sensor empty = the asset as a whole; system alarms use asset "system" or "feed"
    std::string what; ///< what the list shows: "anomalous", "feed lost"
    Priority priority = Priority::P2;
    PersistenceRule raise;
    Duration offDelay = std::chrono::seconds{5};
    double clearRatio = 0.8; ///< clears below this share of the raise limit
    bool latching = false;
    bool ackRequired = true;
    bool annunciate = true;
    Duration reAlarm{0};       ///< 0 = never
    std::string firstOutGroup; ///< empty = the asset
    std::string detector;      ///< kind of detector behind it; empty for system alarms
    std::uint32_t version = 1; ///< configuration version, grows with every change
    Guidance guidance;
    bool shelveAllowed = true;
    Duration shelveMax{0}; ///< longest shelf; 0 = as its priority says (P1 1 h, P2 8 h, P3 24 h)
    Escalation escalate;

    friend bool operator==(const AlarmDefinition &, const AlarmDefinition &) = default;
};

} // namespace telltale
