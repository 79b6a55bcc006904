// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_filter.h"

#include "ui/models/alarm_model.h"
#include "ui/models/held_alarms.h"
#include "ui/text.h"

namespace telltale::ui {

AlarmFilter::AlarmFilter(AlarmModel &alarms, QObject *parent) : SettledRows(parent), m_alarms(alarms)
{
    connect(&alarms, &AlarmModel::settled, this, &AlarmFilter::refresh);
    connect(&alarms, &QAbstractItemModel::dataChanged, this, &AlarmFilter::follow);
    refresh();
}

void AlarmFilter::setView(const AlarmView &view)
{
    change(view);
}

void AlarmFilter::setTab(Tab tab)
{
    AlarmView next = m_view;
    next.tab = tab;
    change(next);
}

void AlarmFilter::setText(const QString &text)
{
    AlarmView next = m_view;
    next.text = text.trimmed();
    change(next);
}

void AlarmFilter::setPriorityShown(Priority priority, bool shown)
{
    AlarmView next = m_view;
    next.priorities[std::size_t(priority) - 1] = shown;
    change(next);
}

void AlarmFilter::setSource(const SensorKey &source)
{
    AlarmView next = m_view;
    next.source = source;
    change(next);
}

void AlarmFilter::setDoubtful(bool only)
{
    AlarmView next = m_view;
    next.doubtful = only;
    change(next);
}

void AlarmFilter::sortBy(int column, bool descending)
{
    AlarmView next = m_view;
    next.sortColumn = column;
    next.descending = descending;
    change(next);
}

void AlarmFilter::setGrouped(bool grouped)
{
    AlarmView next = m_view;
    next.grouped = grouped;
    change(next);
}

void AlarmFilter::clear()
{
    change(m_view.orderOnly());
}

/// Whoever changes what is shown wants to see it as it is: nothing stays pinned.
void AlarmFilter::change(const AlarmView &view)
{
    m_view = view;
    m_pinned = 0;
    refresh();
    emit filterChanged();
}

std::array<int, 4> AlarmFilter::hiddenUnacked() const
{
    return m_held ? ui::hiddenUnacked(m_view, *m_held) : std::array<int, 4>{};
}

void AlarmFilter::refresh()
{
    const std::shared_ptr<const Alarms> former = m_held; // the rows point into it until they have become others
    const std::shared_ptr<Occurrence> lingered = m_lingering;
    m_held = m_alarms.alarms();
    m_displaced = false;
    std::vector<const Occurrence *> alarms = wantedAlarms();
    linger(alarms);
    sort(alarms);
    std::vector<ShownAlarm> rows = arrange(alarms);
    keepPinned(rows);
    become(rows);
    if (m_view.grouped && !m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, AlarmColumnCount - 1));
    }
}

/// In the core's order.
std::vector<const Occurrence *> AlarmFilter::wantedAlarms()
{
    std::vector<const Occurrence *> wanted;
    for (std::size_t i = 0; m_held && i < m_held->size(); ++i) {
        const Occurrence &alarm = (*m_held)[i];
        const bool accepted = !isHeld(alarm.state) && m_view.accepts(alarm);
        if (accepted || alarm.id == m_pinned) {
            wanted.push_back(&alarm);
            m_displaced = m_displaced || !accepted;
        }
    }
    return wanted;
}

/// An alarm that closes under the pointer stays, and says that it is closed: a click must not hit another one.
void AlarmFilter::linger(std::vector<const Occurrence *> &alarms)
{
    const auto pinned = std::find_if(m_rows.begin(), m_rows.end(), [this](const ShownAlarm &row) { return row.key() == m_pinned; });
    const bool open = std::any_of(alarms.begin(), alarms.end(), [this](const Occurrence *alarm) { return alarm->id == m_pinned; });
    if (m_pinned == 0 || open || pinned == m_rows.end() || !pinned->alarm) {
        m_lingering.reset();
        return;
    }
    auto closed = std::make_shared<Occurrence>(*pinned->alarm);
    closed->state = AlarmState::A;
    closed->closed = closed->closed == kNoTime ? m_alarms.now() : closed->closed;
    m_lingering = std::move(closed);
    alarms.push_back(m_lingering.get());
    m_displaced = true;
}

void AlarmFilter::sort(std::vector<const Occurrence *> &alarms) const
{
    if (m_view.sortColumn == AlarmView::kDefaultOrder) {
        return;
    }
    const AlarmColumn &column = alarmColumns()[std::size_t(m_view.sortColumn)];
    std::vector<std::pair<AlarmSortKey, const Occurrence *>> keyed;
    keyed.reserve(alarms.size());
    for (const Occurrence *alarm : alarms) {
        keyed.emplace_back(column.order(*alarm), alarm);
    }
    const auto before = [this](const auto &a, const auto &b) { return m_view.descending ? b.first < a.first : a.first < b.first; };
    std::stable_sort(keyed.begin(), keyed.end(), before); // ties keep the core's order
    std::transform(keyed.begin(), keyed.end(), alarms.begin(), [](const auto &pair) { return pair.second; });
}

std::uint64_t AlarmFilter::groupOf(const Occurrence &alarm)
{
    const std::string &asset = alarm.definition.source.asset;
    return m_groupNumbers.try_emplace(asset, m_groupNumbers.size() + 1).first->second;
}

/// Groups come in the order of their first alarm: the worst first in the default order.
std::vector<ShownAlarm> AlarmFilter::arrange(const std::vector<const Occurrence *> &alarms)
{
    std::vector<ShownAlarm> rows;
    m_groups.clear();
    if (!m_view.grouped) {
        for (const Occurrence *alarm : alarms) {
            rows.push_back({alarm, 0});
        }
        return rows;
    }
    std::vector<std::uint64_t> order;
    std::unordered_map<std::uint64_t, std::vector<const Occurrence *>> members;
    for (const Occurrence *alarm : alarms) {
        const std::uint64_t number = groupOf(*alarm);
        Group &group = m_groups[number];
        if (group.open == 0) {
            group.asset = alarm->definition.source.asset;
            order.push_back(number);
        }
        const bool waits = isUnacknowledged(alarm->state);
        const bool worse =
            !group.worst
            || std::pair(listRank(alarm->state), alarm->priority) < std::pair(listRank(group.worst->state), group.worst->priority);
        group.worst = worse ? alarm : group.worst;
        ++group.open;
        group.unacked += waits ? 1 : 0;
        const bool own = !m_folded.contains(number) || (waits && alarm->priority == Priority::P1) || alarm->id == m_pinned;
        group.shown += own ? 1 : 0;
        if (own) {
            members[number].push_back(alarm);
        }
    }
    for (const std::uint64_t number : order) {
        rows.push_back({nullptr, number});
        for (const Occurrence *alarm : members[number]) {
            rows.push_back({alarm, number});
        }
    }
    return rows;
}

/// The pinned row goes back to the neighbour that it had: the next one below that is still there, else the one above.
void AlarmFilter::keepPinned(std::vector<ShownAlarm> &rows)
{
    const auto keyIs = [](std::uint64_t key) { return [key](const ShownAlarm &row) { return row.key() == key; }; };
    const auto old = std::find_if(m_rows.begin(), m_rows.end(), keyIs(m_pinned));
    const auto now = std::find_if(rows.begin(), rows.end(), keyIs(m_pinned));
    if (m_pinned == 0 || old == m_rows.end() || now == rows.end() || !old->alarm) {
        return;
    }
    const ShownAlarm pinned = *now;
    const auto place = now - rows.begin();
    rows.erase(now);
    const auto neighbour = [&](const ShownAlarm &row) {
        return row.alarm && row.group == pinned.group ? std::find_if(rows.begin(), rows.end(), keyIs(row.key())) : rows.end();
    };
    for (auto below = std::next(old); below != m_rows.end(); ++below) {
        if (const auto found = neighbour(*below); found != rows.end()) {
            m_displaced = m_displaced || found - rows.begin() != place;
            rows.insert(found, pinned);
            return;
        }
    }
    for (auto above = std::make_reverse_iterator(old); above != m_rows.rend(); ++above) {
        if (const auto found = neighbour(*above); found != rows.end()) {
            m_displaced = m_displaced || found - rows.begin() + 1 != place;
            rows.insert(found + 1, pinned);
            return;
        }
    }
    rows.insert(rows.begin() + place, pinned);
}

void AlarmFilter::pin(std::uint64_t key)
{
    if (key == m_pinned) {
        return;
    }
    m_pinned = key;
    if (m_displaced) {
        refresh();
    }
}

void AlarmFilter::follow(const QModelIndex &from, const QModelIndex &to)
{
    if (!m_rows.empty()) {
        emit dataChanged(index(0, from.column()), index(rowCount() - 1, to.column()));
    }
}

int AlarmFilter::rowOf(OccurrenceId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const ShownAlarm &row) { return row.alarm && row.alarm->id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const AlarmFilter::Group *AlarmFilter::groupAt(int row) const
{
    const ShownAlarm &shown = m_rows[std::size_t(row)];
    const auto found = m_groups.find(shown.group);
    return shown.alarm || found == m_groups.end() ? nullptr : &found->second;
}

std::vector<OccurrenceId> AlarmFilter::alarmsBelow(int row) const
{
    std::vector<OccurrenceId> ids;
    for (std::size_t i = std::size_t(row) + 1; i < m_rows.size() && m_rows[i].alarm; ++i) {
        ids.push_back(m_rows[i].alarm->id);
    }
    return ids;
}

int AlarmFilter::groupRowOf(int row) const
{
    while (row >= 0 && m_rows[std::size_t(row)].alarm) {
        --row;
    }
    return row;
}

bool AlarmFilter::isFolded(int row) const
{
    return m_folded.contains(m_rows[std::size_t(row)].group);
}

void AlarmFilter::fold(int row, bool folded)
{
    const std::uint64_t group = m_rows[std::size_t(row)].group;
    if (group == 0 || folded == m_folded.contains(group)) {
        return;
    }
    if (folded) {
        m_folded.insert(group);
    } else {
        m_folded.erase(group);
    }
    m_pinned = 0;
    refresh();
}

void AlarmFilter::foldAll(bool folded)
{
    m_folded.clear();
    for (const auto &[number, group] : m_groups) {
        if (folded) {
            m_folded.insert(number);
        }
    }
    m_pinned = 0;
    refresh();
}

int AlarmFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : AlarmColumnCount;
}

QVariant AlarmFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ShownAlarm &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case GroupRole: return row.alarm == nullptr;
    case FoldedRole: return m_folded.contains(row.group);
    default: return row.alarm ? m_alarms.cell(*row.alarm, index.column(), role) : groupData(row, index.column(), role);
    }
}

QVariant AlarmFilter::groupData(const ShownAlarm &row, int column, int role) const
{
    const auto found = m_groups.find(row.group);
    if (found == m_groups.end()) {
        return {}; // about to go
    }
    const Group &group = found->second;
    const bool folded = m_folded.contains(row.group);
    const auto text = [&]() -> QString {
        switch (column) {
        case StateColumn: return (folded ? QStringLiteral("▸ ") : QStringLiteral("▾ ")) + stateText(*group.worst);
        case PriorityColumn: return toQt(toText(group.worst->priority));
        case AssetColumn: return toQt(group.asset);
        case WhatColumn:
            return group.shown < group.open ? tr("%n alarm(s), %1 not acknowledged, %2 folded away (→ unfolds)", nullptr, group.open)
                                                  .arg(group.unacked)
                                                  .arg(group.open - group.shown)
                                            : tr("%n alarm(s), %1 not acknowledged", nullptr, group.open).arg(group.unacked);
        case CountColumn: return QString::number(group.open);
        default: return {};
        }
    };
    switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::ToolTipRole: return QStringLiteral("<span>%1</span>").arg(text().toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return column == SymbolColumn ? tr("group %1, worst %2, %3, %n alarm(s)", nullptr, group.open)
                                            .arg(toQt(group.asset), toQt(toText(group.worst->priority)), stateWords(*group.worst))
                                      : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(alarmColumns()[std::size_t(column)].alignment | Qt::AlignVCenter);
    case AlarmModel::PriorityRole: return int(group.worst->priority);
    case AlarmModel::UnackedRole: return group.unacked > 0;
    case AlarmModel::ActiveRole: return AlarmModel::isActive(*group.worst);
    case AlarmModel::OccurrenceRole: return QVariant::fromValue(qulonglong(0));
    default: return {};
    }
}

QVariant AlarmFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_alarms.headerData(section, orientation, role);
}

} // namespace telltale::ui
