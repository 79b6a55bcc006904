// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/suppressed_filter.h"

#include "ui/models/suppressed_model.h"

#include <tuple>

namespace telltale::ui {

namespace {

SuppressedFilter::Kind kindOf(const SuppressedAlarm &alarm)
{
    switch (alarm.suppression) {
    case Suppression::ByDesign: return SuppressedFilter::Kind::ByDesign;
    case Suppression::OutOfService: return SuppressedFilter::Kind::OutOfService;
    default: return SuppressedFilter::Kind::Shelved;
    }
}

} // namespace

SuppressedFilter::SuppressedFilter(SuppressedModel &alarms, QObject *parent) : QSortFilterProxyModel(parent), m_alarms(alarms)
{
    setSourceModel(&alarms);
    setDynamicSortFilter(true);
    sort(0);
}

void SuppressedFilter::setKind(Kind kind)
{
    m_kind = kind;
    invalidateFilter();
}

bool SuppressedFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_kind == Kind::All || kindOf(m_alarms.alarmAt(row)) == m_kind;
}

bool SuppressedFilter::lessThan(const QModelIndex &a, const QModelIndex &b) const
{
    const SuppressedAlarm &left = m_alarms.alarmAt(a.row());
    const SuppressedAlarm &right = m_alarms.alarmAt(b.row());
    const auto rank = [](const SuppressedAlarm &alarm) {
        return std::tuple(kindOf(alarm), strongestHold(alarm).until, std::cref(alarm.source));
    };
    return rank(left) < rank(right);
}

} // namespace telltale::ui
