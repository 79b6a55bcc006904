// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_question.h"
#include "core/model/alarm_event.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace telltale::kpi {

/// More than `floodAbove` annunciated raises in the ten minutes before, until fewer than `floodBelow`: as the flood banner counts.
struct FloodEpisode {
    UtcTime from = kNoTime; ///< the raise that made it a flood; may lie before the window
    UtcTime to = kNoTime;   ///< kNoTime: goes on at the window's end
    std::uint32_t peak = 0; ///< most raises in ten minutes
};

/// How much of the window the program was there to raise an alarm: since a stored row on the health of any feed, for 30 s at most. A feed
/// that is lost is watched. Not known where no row says so: an older journal, or a program without a feed.
struct WatchedTime {
    bool known = false;
    Duration time{0};
    std::size_t bins = 0; ///< of AlarmLoad::bins, those of which something was watched
};

/// How many alarms an operator got. Only annunciated raises count: RAISE (or the raise that comes out of OOS_OFF) into state B, neither
/// suppressed nor diagnostic, of a definition that annunciates. A re-raise of an open alarm counts; escalation and re-alarm do not.
struct AlarmLoad {
    std::uint64_t raises = 0;
    WatchedTime watched;          ///< what the rates are over; the whole window where it is not known
    double perHour = kMissing;    ///< per hour watched
    double meanPerBin = kMissing; ///< per ten minutes watched
    std::uint32_t mostInBin = 0;
    std::vector<std::uint32_t> bins;  ///< ten minutes each from the window's start; the last one may be shorter
    std::uint32_t crowdedBins = 0;    ///< bins with more than `floodAbove`
    double crowdedPercent = kMissing; ///< of the bins of which something was watched
    std::vector<FloodEpisode> floods; ///< those that overlap the window
    Duration inFlood{0};              ///< of the window
};

struct PriorityShare {
    std::uint64_t raises = 0;
    double percent = kMissing; ///< of the annunciated raises; missing where there are none
};

/// A definition and how often it was annunciated in the window.
struct BadActor {
    SensorKey source;
    std::string what;
    std::string detector;             ///< of its newest raise; empty for alarms of the system
    Priority priority = Priority::P2; ///< of its newest raise
    std::uint64_t raises = 0;
    double percent = kMissing; ///< of all annunciated raises
    std::uint64_t fleeting = 0;
    bool chattering = false;
    OccurrenceId newest = 0;
};

struct GroupShare {
    std::string name; ///< asset path or detector kind; empty = no detector
    std::uint64_t raises = 0;
    double percent = kMissing;
};

/// How annunciated conditions ended. Counted where the CLEAR lies in the window, whenever the raise was.
struct Fleeting {
    std::uint64_t cleared = 0;
    std::uint64_t fleeting = 0; ///< active for less than max(on-delay x `fleetingOnDelays`, `fleetingLeast`), by event time
    double percent = kMissing;
};

/// Annunciated, and active without a clear for longer than `standingAfter`, by our clock. Being shelved meanwhile does not end it; being
/// taken out of service does.
struct StandingAlarm {
    SensorKey source;
    std::string what;
    OccurrenceId occurrence = 0;
    UtcTime since = kNoTime;
};
struct Standing {
    std::uint64_t inWindow = 0;     ///< alarms that were standing at some moment of the window
    std::vector<StandingAlarm> now; ///< at the window's end, longest first
};

/// How long alarms waited. One sample for each ACK in the window that was accepted and not undone before its end: from the moment when
/// the alarm became unacknowledged (states B, D, L1) to the ACK, by our clock; re-raises meanwhile do not start it anew, an undone ACK
/// does not end it. Percentiles by nearest rank: the smallest sample that at least p of all samples do not exceed.
struct ResponseTimes {
    std::uint64_t acknowledged = 0;
    double p50Sec = kMissing;
    double p95Sec = kMissing;
    std::uint64_t afterClear = 0; ///< acknowledged when the condition was gone already (from D or L1)
    double afterClearPercent = kMissing;
    std::uint64_t waiting = 0; ///< still unacknowledged at the window's end
};

/// Alarms kept from the operator, by definition. A raise that comes meanwhile is counted here and nowhere else.
struct HiddenAlarms {
    std::uint64_t now = 0; ///< definitions, at the window's end
    Duration time{0};      ///< summed over definitions, within the window
    std::uint64_t raises = 0;
};

/// What people found the annunciated alarms of the window to be. Counted by alarm, not by raise: each alarm with a raise in the window
/// once, with its newest verdict, whenever that was given.
struct Verdicts {
    std::uint64_t alarms = 0; ///< of which the following have a verdict
    std::uint64_t right = 0;  ///< Judgement::True
    std::uint64_t wrong = 0;  ///< Judgement::False
    std::uint64_t expected = 0;
    std::uint64_t test = 0;
    double falsePercent = kMissing; ///< 1 - precision: wrong of (right + expected + wrong); what is expected was real, a test is neither

    [[nodiscard]] std::uint64_t judged() const { return right + wrong + expected + test; }
};

/// What became of a feed, from its stored health: one row every ten seconds, each valid until the next one, but for 30 s at most (then it
/// is not known: the program was not running).
struct FeedUptime {
    std::string address;
    Duration live{0};
    Duration down{0};                ///< watched, but not live
    double uptimePercent = kMissing; ///< live / (live + down)
    std::uint64_t outages = 0;       ///< times it was seen to go from live to not live
    Duration longestOutage{0};
    std::uint64_t gaps = 0; ///< holes in the sequence of messages
    std::uint64_t lostMessages = 0;
};

/// All figures of operators.md §4.6. A share or mean of nothing is missing (NaN), never zero.
struct Kpis {
    KpiQuestion question;
    AlarmLoad load;
    std::array<PriorityShare, 3> priorities; ///< P1, P2, P3
    std::uint64_t definitions = 0;           ///< that were annunciated at least once
    std::vector<BadActor> badActors;         ///< most raises first, then by name; at most `badActors`
    double topPercent = kMissing;            ///< what those have together
    std::vector<GroupShare> byAsset;         ///< most raises first
    std::vector<GroupShare> byDetector;
    std::uint64_t chattering =
        0; ///< definitions with `chatterRaises` annunciated raises in less than `chatterWithin`, the last in the window
    Fleeting fleeting;
    Standing standing;
    ResponseTimes response;
    std::array<ResponseTimes, 3> responseBy; ///< P1, P2, P3 as they were at the acknowledgement
    HiddenAlarms shelved;
    HiddenAlarms byDesign;
    HiddenAlarms outOfService;
    std::uint64_t unannunciated = 0; ///< raises for the journal only: diagnostic, or of a definition that does not annunciate
    Verdicts verdicts;
    Duration silenced{0};          ///< the horn was silenced by SILENCE although something was unacknowledged, until a new sound, 120 s,
                                   ///< or until the last of the silenced alarms was acknowledged, cleared or hidden
    std::vector<FeedUptime> feeds; ///< by address

    [[nodiscard]] std::uint64_t suppressedRaises() const { return shelved.raises + byDesign.raises + outOfService.raises; }
};

} // namespace telltale::kpi
