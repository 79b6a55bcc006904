// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the engine that knows what a former run has written down: a recording that is played again raises nothing anew.
#include "core/pipeline/engine.h"

#include "core/base/time.h"

#include <algorithm>

namespace telltale::pipeline {

namespace {

constexpr Duration kClocksDiffer = std::chrono::minutes{1};

} // namespace

void Engine::restore(AlarmLane &lane)
{
    const Occurrence *open = m_book.openFor(lane.key());
    if (open == nullptr || (open->condition != Condition::Active && open->condition != Condition::PendingOff))
        return;
    lane.policy.restoreActive();
    // A time that was ahead of ours even then may never come again: the alarm could not end.
    if (open->raised <= open->raisedReceived + kClocksDiffer)
        lane.known.restore(open->raised);
}

/// A repeated alarm leaves a row in the audit trail: what is held back is never held back silently.
bool Engine::isKnown(AlarmLane &lane, const alarm::ConditionChange &change, double score, UtcTime at, EngineOutput &output)
{
    const auto past = [&] {
        return m_past && mayBeOld(change.at) ? m_past(lane.definition.source, lane.definition.what, change.at) : std::vector<AlarmEvent>();
    };
    const bool repeated = lane.known.repeats();
    if (!lane.known.holds(change, score, past))
        return false;
    if (lane.known.repeats() && !repeated)
        output.audits.push_back(
            {at, kProgram, "replay",
             lane.definition.source.text() + ": the alarm of " + toIso(change.at) + " is in the journal and not raised anew"});
    return true;
}

/// What a live clock says after the last run cannot be in its journal: an ordinary alarm costs no reading.
bool Engine::mayBeOld(UtcTime raised) const
{
    const auto simulated = [](const FeedHealth &feed) { return feed.clock == ClockKind::Simulated; };
    return raised <= m_pastUntil || std::any_of(m_feeds.begin(), m_feeds.end(), simulated);
}

} // namespace telltale::pipeline
