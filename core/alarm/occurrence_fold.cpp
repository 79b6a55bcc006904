// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/occurrence_fold.h"

#include "core/alarm/alarm_machine.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::alarm {

namespace {

using Kind = AlarmEventKind;

bool isJudgement(Kind kind)
{
    return kind == Kind::Raise || kind == Kind::Clear || kind == Kind::Escalate || kind == Kind::Deescalate;
}

UtcTime sourceOr(const AlarmEvent &event)
{
    return event.sourceTime == kNoTime ? event.at : event.sourceTime;
}

void foldHiddenCondition(Occurrence &row, Kind kind)
{
    if (kind == Kind::Raise)
        row.condition = Condition::Active;
    if (kind == Kind::Raise && row.raiseCount == 0)
        row.ack = AckState::Unacked;
    if (kind == Kind::Clear) {
        row.condition = Condition::Inactive;
        row.latch = row.definition.latching ? LatchState::Latched : row.latch;
    }
}

void foldRegions(Occurrence &row, const AlarmEvent &event)
{
    if (event.kind == Kind::Shelve || (event.kind == Kind::Raise && event.suppressed)) {
        row.shelfUntil = event.until;
        row.shelfOneShot = event.oneShot;
    }
    constexpr std::array<Suppression, 9> kHidden{
        Suppression::None, Suppression::None,         Suppression::None,     Suppression::None,         Suppression::None,
        Suppression::None, Suppression::ShelvedTimed, Suppression::ByDesign, Suppression::OutOfService,
    };
    row.state = event.to;
    row.suppression = kHidden[static_cast<std::size_t>(event.to)];
    if (event.to == AlarmState::E && row.shelfOneShot)
        row.suppression = Suppression::ShelvedOneShot;
    if (row.suppression == Suppression::None || row.suppression == Suppression::OutOfService) {
        row.shelfUntil = kNoTime;
        row.shelfOneShot = false;
    }
    if (row.suppression != Suppression::None)
        foldHiddenCondition(row, event.kind);
    else
        enter(event.to, row.condition, row.ack, row.latch);
}

void foldScore(Occurrence &row, const AlarmEvent &event)
{
    if (!std::isnan(event.limit))
        row.limit = event.limit;
    if (std::isnan(event.score))
        return;
    row.score = event.score;
    row.maxScore = std::isnan(row.maxScore) ? event.score : std::max(row.maxScore, event.score);
}

void foldRaise(Occurrence &row, const AlarmEvent &event)
{
    row.raiseCount += 1;
    if (row.raiseCount == 1)
        row.bornSuppressed = event.suppressed;
    row.raised = sourceOr(event);
    row.raisedReceived = event.at;
    row.cleared = kNoTime;
}

void foldPriority(Occurrence &row, const AlarmEvent &event)
{
    const bool first = isRaise(event) && row.raiseCount == 1;
    if (first)
        row.maxPriority = event.priority;
    if (first || event.kind == Kind::Escalate || event.priority < row.priority)
        row.priorityRoseSeq = event.seq;
    row.priority = event.priority;
    row.maxPriority = std::min(row.maxPriority, event.priority);
}

void foldAck(Occurrence &row, const AlarmEvent &event)
{
    if (event.kind == Kind::Ack) {
        row.acked = event.at;
        row.ackedBy = event.actor;
    } else if (isUnacknowledged(event.to)) {
        row.acked = kNoTime;
        row.ackedBy = {};
    }
}

void foldQuality(Occurrence &row, Kind kind)
{
    if (kind == Kind::QualityBad || kind == Kind::Restart)
        row.quality = Quality::Bad;
    if (kind == Kind::QualityGood || (isJudgement(kind) && row.unverifiedSinceRestart))
        row.quality = Quality::Good;
    if (kind == Kind::Restart)
        row.unverifiedSinceRestart = true;
    else if (kind == Kind::QualityBad || kind == Kind::QualityGood || isJudgement(kind))
        row.unverifiedSinceRestart = false;
}

void foldRemark(Occurrence &row, const AlarmEvent &event)
{
    if (event.kind == Kind::Verdict)
        row.verdict = event.verdict;
    else
        row.owner = event.comment;
}

bool closes(const AlarmEvent &event)
{
    return event.kind == Kind::OosOn || (event.to == AlarmState::A && event.from != AlarmState::A);
}

} // namespace

bool isRaise(const AlarmEvent &event)
{
    return event.occurrence != 0 && (event.kind == Kind::Raise || (event.kind == Kind::OosOff && event.to == AlarmState::B));
}

void fold(Occurrence &row, const AlarmEvent &event)
{
    row.id = event.occurrence;
    row.lastSeq = event.seq;
    if (event.kind == Kind::Ignored || event.kind == Kind::Comment)
        return;
    if (event.kind == Kind::Verdict || event.kind == Kind::Assign) {
        foldRemark(row, event);
        return;
    }
    foldRegions(row, event);
    if (isRaise(event))
        foldRaise(row, event);
    foldPriority(row, event);
    foldScore(row, event);
    foldAck(row, event);
    foldQuality(row, event.kind);
    if (event.kind == Kind::Clear)
        row.cleared = sourceOr(event);
    if (closes(event)) {
        row.closed = event.at;
        row.closeReason = closeReason(event.from, event.kind);
    }
}

Occurrence replay(const AlarmDefinition &definition, std::span<const AlarmEvent> events)
{
    Occurrence row;
    row.definition = definition;
    for (const AlarmEvent &event : events)
        fold(row, event);
    return row;
}

} // namespace telltale::alarm
