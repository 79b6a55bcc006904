// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_model.h"

#include "ui/models/held_alarms.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace telltale::ui {

namespace {

constexpr Duration kUnstoredAfter = std::chrono::seconds{1};

std::unordered_map<OccurrenceId, std::size_t> placesOf(std::span<const Occurrence> alarms)
{
    std::unordered_map<OccurrenceId, std::size_t> positions;
    positions.reserve(alarms.size());
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        positions.emplace(alarms[i].id, i);
    }
    return positions;
}

bool sameNumber(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool looksAlike(const Occurrence &a, const Occurrence &b)
{
    return a.lastSeq == b.lastSeq && a.state == b.state && a.priority == b.priority && a.quality == b.quality
           && a.unverifiedSinceRestart == b.unverifiedSinceRestart && a.raiseCount == b.raiseCount && a.raised == b.raised
           && a.chattering == b.chattering && a.firstOut == b.firstOut && a.audible == b.audible && sameNumber(a.score, b.score)
           && sameNumber(a.limit, b.limit);
}

} // namespace

void AlarmModel::apply(const SnapshotPtr &snapshot)
{
    const bool dayChanged = m_snapshot && toDateTime(m_snapshot->now, m_zone).date() != toDateTime(snapshot->now, m_zone).date();
    m_snapshot = snapshot;
    if (snapshot->alarms && snapshot->alarms != m_alarms) {
        applyAlarms(snapshot->alarms);
    }
    for (const AlarmEvent &event : snapshot->events) {
        m_seenSeq = std::max(m_seenSeq, event.seq);
    }
    refreshUnstored();
    if (dayChanged && !m_rows.empty()) {
        emit dataChanged(index(0, SinceColumn), index(rowCount() - 1, SinceColumn));
    }
}

bool AlarmModel::isActive(const Occurrence &row)
{
    return row.condition == Condition::Active || row.condition == Condition::PendingOff;
}

void AlarmModel::applyAlarms(const std::shared_ptr<const Alarms> &alarms)
{
    const std::shared_ptr<const Alarms> former = m_alarms; // rows point into it until they have become others
    std::vector<OpenAlarm> rows;
    rows.reserve(alarms->size());
    for (const Occurrence &alarm : shownAlarms(*alarms)) {
        rows.push_back({&alarm});
    }
    for (const Occurrence &alarm : *alarms) {
        m_seenSeq = std::max(m_seenSeq, alarm.lastSeq);
    }
    const std::vector<bool> changed = lookDifferent(shownAlarms(*alarms));
    m_alarms = alarms;
    become(rows);
    emit settled();
    announce(changed);
}

/// By new position, which of the rows that stay look different now.
std::vector<bool> AlarmModel::lookDifferent(Shown alarms) const
{
    const auto positions = placesOf(alarms);
    std::vector<bool> changed(alarms.size(), false);
    for (const OpenAlarm &row : m_rows) {
        if (const auto found = positions.find(row.alarm->id); found != positions.end()) {
            changed[found->second] = !looksAlike(*row.alarm, alarms[found->second]);
        }
    }
    return changed;
}

/// By the time that the program runs: the clock on screen is that of the readings, and the clock on the wall may be moved.
void AlarmModel::refreshUnstored()
{
    const Duration uptime = m_snapshot->health.uptime;
    std::map<OccurrenceId, Waiting> waiting;
    std::set<OccurrenceId> unstored;
    for (const auto &[row] : m_rows) {
        if (row->lastSeq <= m_snapshot->storedThrough) {
            continue;
        }
        const auto known = m_waiting.find(row->id);
        const bool still = known != m_waiting.end() && known->second.seq > m_snapshot->storedThrough;
        const Waiting &own = waiting[row->id] = still ? known->second : Waiting{row->lastSeq, uptime};
        if (uptime - own.since > kUnstoredAfter) {
            unstored.insert(row->id);
        }
    }
    m_waiting = std::move(waiting);
    if (unstored != m_unstored) {
        m_unstored = std::move(unstored);
        emit dataChanged(index(0, QualityColumn), index(rowCount() - 1, QualityColumn));
    }
}

void AlarmModel::setSaving(std::set<OccurrenceId> saving)
{
    if (saving == m_saving) {
        return;
    }
    m_saving = std::move(saving);
    if (!m_rows.empty()) {
        emit dataChanged(index(0, StateColumn), index(rowCount() - 1, StateColumn));
    }
}

void AlarmModel::setZone(ZoneChoice zone)
{
    m_zone = zone;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, SinceColumn), index(rowCount() - 1, SinceColumn));
    }
}

int AlarmModel::rowOf(OccurrenceId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const OpenAlarm &row) { return row.alarm->id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AlarmModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : AlarmColumnCount;
}

AlarmRowContext AlarmModel::contextOf(const Occurrence &row) const
{
    return {.now = m_snapshot->now, .zone = m_zone, .saving = m_saving.contains(row.id), .unstored = m_unstored.contains(row.id)};
}

QVariant AlarmModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return cell(occurrenceAt(index.row()), index.column(), role);
}

QVariant AlarmModel::cell(const Occurrence &row, int place, int role) const
{
    const AlarmColumn &column = alarmColumns()[std::size_t(place)];
    switch (role) {
    case Qt::DisplayRole: return column.text(row, contextOf(row));
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case Qt::ToolTipRole: return toolTip(row, place);
    case Qt::AccessibleTextRole:
        return place == SymbolColumn ? QStringLiteral("%1 %2").arg(toQt(toText(row.priority)), stateWords(row)) : QVariant();
    case OccurrenceRole: return QVariant::fromValue(qulonglong(row.id));
    case PriorityRole: return int(row.priority);
    case UnackedRole: return isUnacknowledged(row.state);
    case ActiveRole: return isActive(row);
    default: return {};
    }
}

QString AlarmModel::toolTip(const Occurrence &row, int column) const
{
    // Foreign names may look like markup: escaped, a tooltip shows them as they are.
    const auto plain = [](const QString &text) { return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()); };
    switch (column) {
    case AssetColumn: return plain(toQt(row.definition.source.text()));
    case WhatColumn: return plain(whatText(row));
    case SinceColumn: return plain(fullTime(row.raised, m_zone));
    case StateColumn: return plain(stateWords(row));
    case ScoreColumn: return plain(tr("score %1, limit %2").arg(numberText(row.score, 'g', 4), numberText(row.limit, 'g', 4)));
    default: return plain(alarmColumns()[std::size_t(column)].text(row, contextOf(row)));
    }
}

QVariant AlarmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= AlarmColumnCount) {
        return {};
    }
    const AlarmColumn &column = alarmColumns()[std::size_t(section)];
    const auto translated = [](const char *text) { return QCoreApplication::translate("AlarmColumns", text); };
    switch (role) {
    case Qt::DisplayRole: return translated(column.title);
    case Qt::ToolTipRole: return translated(column.tip);
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    default: return {};
    }
}

} // namespace telltale::ui
