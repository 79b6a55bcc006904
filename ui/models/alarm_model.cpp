// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_model.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace telltale::ui {

namespace {

/// Above this many separate runs, rows are gathered first and inserted or removed in one go.
constexpr std::size_t kMostRuns = 32;
constexpr Duration kUnstoredAfter = std::chrono::seconds{1};

struct Run {
    int first;
    int last;
};

/// Runs of rows for which `wanted` holds, ascending.
template <typename Wanted>
std::vector<Run> runsOf(std::size_t count, Wanted wanted)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < count; ++i) {
        if (!wanted(i)) {
            continue;
        }
        if (!runs.empty() && runs.back().last == int(i) - 1) {
            runs.back().last = int(i);
        } else {
            runs.push_back({int(i), int(i)});
        }
    }
    return runs;
}

std::unordered_map<OccurrenceId, std::size_t> positionsOf(const std::vector<Occurrence> &alarms)
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

bool isActive(const Occurrence &row)
{
    return row.condition == Condition::Active || row.condition == Condition::PendingOff;
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

void AlarmModel::applyAlarms(const std::shared_ptr<const Alarms> &alarms)
{
    const std::shared_ptr<const Alarms> former = m_alarms; // rows point into it until they are repointed
    removeClosed(*alarms);
    const std::vector<bool> changed = repoint(*alarms);
    m_alarms = alarms;
    sortRows();
    insertOpened(*alarms);
    announce(changed);
    for (const Occurrence &row : *alarms) {
        m_seenSeq = std::max(m_seenSeq, row.lastSeq);
    }
}

void AlarmModel::removeClosed(const Alarms &alarms)
{
    const auto positions = positionsOf(alarms);
    const auto closed = [&](std::size_t row) { return !positions.contains(m_rows[row]->id); };
    std::vector<Run> runs = runsOf(m_rows.size(), closed);
    if (runs.size() > kMostRuns) {
        std::vector<int> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_partition(order.begin(), order.end(), [&](int row) { return !closed(std::size_t(row)); });
        permute(order);
        runs = runsOf(m_rows.size(), closed);
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginRemoveRows({}, run->first, run->last);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
        endRemoveRows();
    }
}

/// Lets every row point at its new state. The answer says, by new position, which rows look different now.
std::vector<bool> AlarmModel::repoint(const Alarms &alarms)
{
    const auto positions = positionsOf(alarms);
    std::vector<bool> changed(alarms.size(), false);
    for (const Occurrence *&row : m_rows) {
        const std::size_t position = positions.at(row->id);
        changed[position] = !looksAlike(*row, alarms[position]);
        row = &alarms[position];
    }
    return changed;
}

void AlarmModel::sortRows()
{
    // Rows point into one array that is in list order: their addresses are their order.
    const std::less<const Occurrence *> before;
    if (std::is_sorted(m_rows.begin(), m_rows.end(), before)) {
        return;
    }
    std::vector<int> order(m_rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return before(m_rows[std::size_t(a)], m_rows[std::size_t(b)]); });
    permute(order);
}

void AlarmModel::insertOpened(const Alarms &alarms)
{
    std::vector<bool> shown(alarms.size(), false);
    for (const Occurrence *row : m_rows) {
        shown[std::size_t(row - alarms.data())] = true;
    }
    const std::vector<Run> runs = runsOf(alarms.size(), [&](std::size_t i) { return !shown[i]; });
    if (runs.size() <= kMostRuns) {
        for (const Run &run : runs) {
            beginInsertRows({}, run.first, run.last);
            std::vector<const Occurrence *> opened;
            for (int i = run.first; i <= run.last; ++i) {
                opened.push_back(&alarms[std::size_t(i)]);
            }
            m_rows.insert(m_rows.begin() + run.first, opened.begin(), opened.end());
            endInsertRows();
        }
        return;
    }
    beginInsertRows({}, int(m_rows.size()), int(alarms.size()) - 1);
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        if (!shown[i]) {
            m_rows.push_back(&alarms[i]);
        }
    }
    endInsertRows();
    sortRows();
}

void AlarmModel::announce(const std::vector<bool> &changed)
{
    const std::vector<Run> runs = runsOf(changed.size(), [&](std::size_t i) { return changed[i]; });
    if (runs.size() > kMostRuns) {
        emit dataChanged(index(runs.front().first, 0), index(runs.back().last, AlarmColumnCount - 1));
        return;
    }
    for (const Run &run : runs) {
        emit dataChanged(index(run.first, 0), index(run.last, AlarmColumnCount - 1));
    }
}

/// Puts the row that was at `oldRows[i]` at row i, and takes every persistent index along.
void AlarmModel::permute(const std::vector<int> &oldRows)
{
    emit layoutAboutToBeChanged();
    std::vector<int> newRowOf(oldRows.size());
    std::vector<const Occurrence *> rows(oldRows.size());
    for (std::size_t i = 0; i < oldRows.size(); ++i) {
        newRowOf[std::size_t(oldRows[i])] = int(i);
        rows[i] = m_rows[std::size_t(oldRows[i])];
    }
    m_rows = std::move(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before) {
        after.append(index(newRowOf[std::size_t(old.row())], old.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void AlarmModel::refreshUnstored()
{
    std::set<OccurrenceId> unstored;
    for (const Occurrence *row : m_rows) {
        const bool late = row->raisedReceived != kNoTime && m_snapshot->now - row->raisedReceived > kUnstoredAfter;
        if (row->lastSeq > m_snapshot->storedThrough && late) {
            unstored.insert(row->id);
        }
    }
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
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Occurrence *row) { return row->id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AlarmModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
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
    const Occurrence &row = occurrenceAt(index.row());
    const AlarmColumn &column = alarmColumns()[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return column.text(row, contextOf(row));
    case Qt::TextAlignmentRole: return QVariant::fromValue(column.alignment | Qt::AlignVCenter);
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == SymbolColumn ? QStringLiteral("%1 %2").arg(toQt(toText(row.priority)), stateWords(row)) : QVariant();
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
    case ScoreColumn: return plain(tr("score %1, limit %2").arg(row.score, 0, 'g', 4).arg(row.limit, 0, 'g', 4));
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
