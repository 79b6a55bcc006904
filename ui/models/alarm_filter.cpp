// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/alarm_filter.h"

#include "ui/models/alarm_model.h"
#include "ui/text.h"

namespace telltale::ui {

namespace {

bool isBelow(const SensorKey &source, const SensorKey &wanted)
{
    if (wanted.asset.empty()) {
        return true;
    }
    const bool sameAsset = source.asset == wanted.asset;
    return wanted.sensor.empty() ? sameAsset || source.asset.starts_with(wanted.asset + '/')
                                 : sameAsset && (source.sensor.empty() || source.sensor == wanted.sensor);
}

bool holds(const Occurrence &row, const QString &text)
{
    return toQt(row.definition.source.asset).contains(text, Qt::CaseInsensitive) || whatText(row).contains(text, Qt::CaseInsensitive)
           || toQt(row.definition.source.sensor).contains(text, Qt::CaseInsensitive)
           || toQt(row.ackedBy.operatorName).contains(text, Qt::CaseInsensitive);
}

} // namespace

AlarmFilter::AlarmFilter(AlarmModel &alarms, QObject *parent) : QSortFilterProxyModel(parent), m_alarms(alarms)
{
    setSourceModel(&alarms);
}

bool AlarmFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Occurrence &alarm = m_alarms.occurrenceAt(row);
    const bool unacked = isUnacknowledged(alarm.state);
    const bool inTab = m_tab == Tab::All || (m_tab == Tab::Unacked) == unacked;
    return inTab && isPriorityShown(alarm.priority) && isBelow(alarm.definition.source, m_source)
           && (m_text.isEmpty() || holds(alarm, m_text));
}

std::array<int, 4> AlarmFilter::hiddenUnacked() const
{
    std::array<int, 4> hidden{};
    if (!isActive()) {
        return hidden;
    }
    for (int row = 0; row < m_alarms.rowCount(); ++row) {
        const Occurrence &alarm = m_alarms.occurrenceAt(row);
        if (isUnacknowledged(alarm.state) && !filterAcceptsRow(row, {})) {
            ++hidden[std::size_t(alarm.priority) - 1];
        }
    }
    return hidden;
}

bool AlarmFilter::isActive() const
{
    return m_tab != Tab::All || !m_text.isEmpty() || !m_source.asset.empty() || m_priorities != std::array<bool, 4>{true, true, true, true};
}

void AlarmFilter::refilter()
{
    invalidateFilter();
    emit filterChanged();
}

void AlarmFilter::setTab(Tab tab)
{
    m_tab = tab;
    refilter();
}

void AlarmFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    refilter();
}

void AlarmFilter::setPriorityShown(Priority priority, bool shown)
{
    m_priorities[std::size_t(priority) - 1] = shown;
    refilter();
}

void AlarmFilter::setSource(const SensorKey &source)
{
    m_source = source;
    refilter();
}

void AlarmFilter::clear()
{
    m_tab = Tab::All;
    m_text.clear();
    m_priorities = {true, true, true, true};
    m_source = {};
    refilter();
}

} // namespace telltale::ui
