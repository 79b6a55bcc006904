// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/kpi_fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace telltale::kpi {

namespace {

using Kind = AlarmEventKind;

bool closes(const AlarmEvent &event)
{
    return event.kind == Kind::OosOn || (event.to == AlarmState::A && event.from != AlarmState::A);
}

/// The condition's own time where both ends have one; never a mixture of two clocks.
Duration activeTime(UtcTime raisedAt, UtcTime raisedSource, const AlarmEvent &clear)
{
    const bool known = raisedSource != kNoTime && clear.sourceTime != kNoTime;
    return known ? clear.sourceTime - raisedSource : clear.at - raisedAt;
}

} // namespace

KpiFold::KpiFold(const KpiQuestion &question)
    : m_question(question)
    , m_load(question)
    , m_actors(question)
    , m_hidden(question)
    , m_silence(question)
    , m_feeds(question)
    , m_watch(question)
{
}

const AlarmFacts *KpiFold::intern(AlarmFacts facts)
{
    const auto [place, isNew] = m_facts.insert(std::move(facts));
    if (isNew && (place->what == kAnomalous || !m_bySource.contains(place->source)))
        m_bySource[place->source] = &*place;
    return &*place;
}

void KpiFold::know(const Occurrence &alarm)
{
    Life &life = m_lives[alarm.id];
    life.facts = intern(factsOf(alarm.definition));
    life.verdict = alarm.verdict;
}

const AlarmFacts *KpiFold::factsFor(const AlarmEvent &event)
{
    const auto known = m_bySource.find(event.source);
    if (known != m_bySource.end() && (event.what.empty() || event.what == known->second->what))
        return known->second;
    return intern({event.source, event.what, {}});
}

bool KpiFold::counts(const AlarmEvent &event, const AlarmFacts &facts, Priority priority) const
{
    return m_question.contains(event.at) && matches(m_question.filter, facts, priority);
}

void KpiFold::add(const AlarmEvent &event)
{
    if (event.at == kNoTime || event.at >= m_question.to || event.kind == Kind::Ignored)
        return;
    if (event.occurrence == 0) {
        m_hidden.add(event, *factsFor(event));
        return;
    }
    Life &life = m_lives[event.occurrence];
    if (life.facts == nullptr)
        life.facts = factsFor(event);
    m_hidden.add(event, *life.facts);
    m_silence.add(event, life.facts->annunciate);
    if (event.kind == Kind::Raise || event.kind == Kind::OosOff)
        takeRaise(event, life);
    if (event.kind == Kind::Clear)
        takeClear(event, life);
    takeWait(event, life);
    if (!closes(event))
        return;
    endActive(event, life);
    m_lives.erase(event.occurrence);
}

void KpiFold::add(UtcTime at, const FeedHealth &health)
{
    if (at != kNoTime && at < m_question.to) {
        m_feeds.add(at, health);
        m_watch.add(at);
    }
}

void KpiFold::takeRaise(const AlarmEvent &event, Life &life)
{
    const bool shown = annunciates(event, *life.facts);
    life.active = shown;
    life.raisedPriority = event.priority;
    life.raisedAt = event.at;
    life.raisedSource = event.sourceTime;
    if (!matches(m_question.filter, *life.facts, event.priority))
        return;
    if (shown) {
        m_load.raised(event.at);
        m_actors.raised(event, *life.facts);
    }
    if (!m_question.contains(event.at))
        return;
    if (shown) {
        ++m_kpis.priorities[std::size_t(event.priority) - 1].raises;
        if (!std::exchange(life.raisedInWindow, true))
            takeVerdict(life.verdict);
    } else if (event.to == AlarmState::B) {
        ++m_kpis.unannunciated;
    }
}

void KpiFold::takeVerdict(Judgement verdict)
{
    Verdicts &verdicts = m_kpis.verdicts;
    std::uint64_t unjudged = 0;
    const std::array<std::uint64_t *, 5> counters{&unjudged, &verdicts.right, &verdicts.wrong, &verdicts.expected, &verdicts.test};
    ++verdicts.alarms;
    ++*counters[std::size_t(verdict)];
}

void KpiFold::takeClear(const AlarmEvent &event, Life &life)
{
    if (life.active && counts(event, *life.facts, life.raisedPriority)) {
        const auto delays = std::chrono::duration_cast<Duration>(life.facts->onDelay * m_question.limits.fleetingOnDelays);
        const bool fleeting = activeTime(life.raisedAt, life.raisedSource, event) < std::max(delays, m_question.limits.fleetingLeast);
        ++m_kpis.fleeting.cleared;
        m_kpis.fleeting.fleeting += fleeting ? 1 : 0;
        if (fleeting)
            m_actors.fleeting(*life.facts);
    }
    endActive(event, life);
}

void KpiFold::endActive(const AlarmEvent &event, Life &life)
{
    if (life.active && isStanding(life, event.at) && event.at > m_question.from)
        ++m_kpis.standing.inWindow;
    life.active = false;
}

bool KpiFold::isStanding(const Life &life, UtcTime end) const
{
    return end - life.raisedAt > m_question.limits.standingAfter && matches(m_question.filter, *life.facts, life.raisedPriority);
}

void KpiFold::takeWait(const AlarmEvent &event, Life &life)
{
    life.priority = event.priority;
    if (event.kind == Kind::Ack) {
        const bool known = life.waitingSince != kNoTime && counts(event, *life.facts, event.priority);
        const bool afterClear = event.from != AlarmState::B;
        life.sample =
            known ? std::optional(m_response.acknowledged(event.priority, event.at - life.waitingSince, afterClear)) : std::nullopt;
        life.formerWait = life.waitingSince;
        life.waitingSince = kNoTime;
        return;
    }
    if (event.kind == Kind::AckUndo) {
        if (life.sample)
            m_response.undone(*life.sample);
        life.sample.reset();
        life.waitingSince = life.formerWait;
        return;
    }
    const bool waits = isUnacknowledged(event.to) && life.facts->annunciate && event.priority != Priority::Diagnostic;
    if (!waits)
        life.waitingSince = kNoTime;
    else if (life.waitingSince == kNoTime)
        life.waitingSince = event.at;
}

Kpis KpiFold::finish()
{
    m_kpis.question = m_question;
    m_kpis.load = m_load.finish(m_watch.finish());
    for (PriorityShare &each : m_kpis.priorities)
        each.percent = percentOf(each.raises, m_kpis.load.raises);
    m_actors.finish(m_kpis);
    m_kpis.fleeting.percent = percentOf(m_kpis.fleeting.fleeting, m_kpis.fleeting.cleared);
    for (const auto &[id, life] : m_lives) {
        if (life.active && isStanding(life, m_question.to)) {
            ++m_kpis.standing.inWindow;
            m_kpis.standing.now.push_back({life.facts->source, life.facts->what, id, life.raisedAt});
        }
        if (life.waitingSince != kNoTime && matches(m_question.filter, *life.facts, life.priority))
            m_response.waiting(life.priority);
    }
    std::sort(m_kpis.standing.now.begin(), m_kpis.standing.now.end(),
              [](const auto &a, const auto &b) { return std::pair(a.since, a.occurrence) < std::pair(b.since, b.occurrence); });
    Verdicts &verdicts = m_kpis.verdicts;
    verdicts.falsePercent = percentOf(verdicts.wrong, verdicts.right + verdicts.expected + verdicts.wrong);
    m_response.finish(m_kpis);
    m_hidden.finish(m_kpis);
    m_kpis.silenced = m_silence.finish();
    m_kpis.feeds = m_feeds.finish();
    return std::move(m_kpis);
}

Kpis kpisOf(const KpiQuestion &question, std::span<const Occurrence> alarms, std::span<const AlarmEvent> events,
            std::span<const FeedRow> feeds)
{
    KpiFold fold(question);
    for (const Occurrence &each : alarms)
        fold.know(each);
    for (const AlarmEvent &each : events)
        fold.add(each);
    for (const FeedRow &each : feeds)
        fold.add(each.at, each.health);
    return fold.finish();
}

} // namespace telltale::kpi
