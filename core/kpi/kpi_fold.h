// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/actor_table.h"
#include "core/kpi/feed_meter.h"
#include "core/kpi/hidden_meter.h"
#include "core/kpi/load_meter.h"
#include "core/kpi/response_meter.h"
#include "core/kpi/silence_meter.h"
#include "core/kpi/watch_meter.h"

#include <optional>
#include <set>
#include <span>
#include <unordered_map>

namespace telltale::kpi {

/// The figures of a window from what is stored, one fact at a time, so that a month need not lie in memory.
/// Shapes: first `know` the alarms, then `add` transitions by their number (the order of truth) and feed rows by time, then `finish`, once.
/// Transitions of the window must all come. Of the time before it come those that say how it began: all of the alarms that were open
/// then, every change into and out of the states E, F and G, and the raises of the last hour (an on-going flood, chatter). Others before
/// it do no harm; what lies at or behind the window's end is ignored, as is whatever has no time.
/// Missing: an alarm that was not made known is taken as one of its source that annunciates, has no delay and no detector.
/// Thread: one. Cost: O(1) a transition but for the maps; some 100 bytes an alarm.
class KpiFold {
public:
    explicit KpiFold(const KpiQuestion &question);

    void know(const Occurrence &alarm);
    void add(const AlarmEvent &event);
    void add(UtcTime at, const FeedHealth &health);
    [[nodiscard]] Kpis finish();

private:
    /// An alarm as far as it has been read.
    struct Life {
        const AlarmFacts *facts = nullptr;
        bool active = false; ///< annunciated, and not cleared since
        Priority raisedPriority = Priority::P2;
        Priority priority = Priority::P2;
        UtcTime raisedAt = kNoTime;
        UtcTime raisedSource = kNoTime;
        Judgement verdict = Judgement::None;
        bool raisedInWindow = false;       ///< annunciated, and the filter takes it
        UtcTime waitingSince = kNoTime;    ///< unacknowledged; kNoTime = it is not
        UtcTime formerWait = kNoTime;      ///< what an undone acknowledgement takes up again
        std::optional<std::size_t> sample; ///< of the newest acknowledgement
    };

    [[nodiscard]] const AlarmFacts *intern(AlarmFacts facts);
    [[nodiscard]] const AlarmFacts *factsFor(const AlarmEvent &event);
    [[nodiscard]] bool counts(const AlarmEvent &event, const AlarmFacts &facts, Priority priority) const;
    void takeRaise(const AlarmEvent &event, Life &life);
    void takeClear(const AlarmEvent &event, Life &life);
    void takeVerdict(Judgement verdict);
    void takeWait(const AlarmEvent &event, Life &life);
    void endActive(const AlarmEvent &event, Life &life);
    [[nodiscard]] bool isStanding(const Life &life, UtcTime end) const;

    KpiQuestion m_question;
    Kpis m_kpis;
    std::set<AlarmFacts> m_facts;
    std::unordered_map<SensorKey, const AlarmFacts *> m_bySource;
    std::unordered_map<OccurrenceId, Life> m_lives;
    LoadMeter m_load;
    ActorTable m_actors;
    ResponseMeter m_response;
    HiddenMeter m_hidden;
    SilenceMeter m_silence;
    FeedMeter m_feeds;
    WatchMeter m_watch;
};

/// Stored health of one feed at one time.
struct FeedRow {
    UtcTime at = kNoTime;
    FeedHealth health;
};

/// All at once; order and completeness as for KpiFold. Pure.
[[nodiscard]] Kpis kpisOf(const KpiQuestion &question, std::span<const Occurrence> alarms, std::span<const AlarmEvent> events,
                          std::span<const FeedRow> feeds);

} // namespace telltale::kpi
