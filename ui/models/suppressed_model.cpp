// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/suppressed_model.h"

#include "ui/models/operator_clock.h"

#include <QCoreApplication>
#include <tuple>

namespace telltale::ui {

namespace {

bool comesBefore(const SuppressedAlarm &a, const SuppressedAlarm &b)
{
    return std::tie(a.source, a.what) < std::tie(b.source, b.what);
}

} // namespace

void SuppressedModel::apply(const SnapshotPtr &snapshot)
{
    tick(operatorNow(*snapshot));
    if (snapshot->suppressed && snapshot->suppressed != m_shared) {
        m_shared = snapshot->suppressed;
        take(*m_shared);
    }
}

void SuppressedModel::tick(UtcTime now)
{
    const auto second = [](UtcTime time) { return std::chrono::floor<std::chrono::seconds>(time); };
    const bool moved = second(now) != second(m_context.now);
    m_context.now = now;
    if (moved && !m_rows.empty()) {
        emit dataChanged(index(0, HeldColumn), index(rowCount() - 1, HeldLeftColumn));
    }
}

/// Both are in the order of their sources: one walk finds what left, came and changed.
void SuppressedModel::take(const std::vector<SuppressedAlarm> &alarms)
{
    std::size_t row = 0;
    for (const SuppressedAlarm &alarm : alarms) {
        while (row < m_rows.size() && comesBefore(m_rows[row], alarm)) {
            beginRemoveRows({}, int(row), int(row));
            m_rows.erase(m_rows.begin() + std::ptrdiff_t(row));
            endRemoveRows();
        }
        if (row == m_rows.size() || comesBefore(alarm, m_rows[row])) {
            beginInsertRows({}, int(row), int(row));
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(row), alarm);
            endInsertRows();
        } else if (m_rows[row] != alarm) {
            m_rows[row] = alarm;
            emit dataChanged(index(int(row), 0), index(int(row), SuppressedColumnCount - 1));
        }
        ++row;
    }
    if (row < m_rows.size()) {
        beginRemoveRows({}, int(row), int(m_rows.size()) - 1);
        m_rows.resize(row);
        endRemoveRows();
    }
}

void SuppressedModel::setZone(ZoneChoice zone)
{
    m_context.zone = zone;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, SuppressedColumnCount - 1));
    }
}

int SuppressedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SuppressedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SuppressedColumnCount;
}

QVariant SuppressedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SuppressedAlarm &alarm = alarmAt(index.row());
    const auto text = [&] { return suppressedColumns()[std::size_t(index.column())].text(alarm, m_context); };
    switch (role) {
    case Qt::DisplayRole: return text();
    case Qt::ToolTipRole: return QStringLiteral("<span>%1</span>").arg(text().toHtmlEscaped());
    case AttentionRole: return wantsAttention(alarm, m_context.now);
    case PriorityRole: return int(alarm.priority);
    default: return {};
    }
}

QVariant SuppressedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= SuppressedColumnCount) {
        return {};
    }
    const SuppressedColumn &column = suppressedColumns()[std::size_t(section)];
    const char *text = role == Qt::DisplayRole ? column.title : role == Qt::ToolTipRole ? column.tip : nullptr;
    return text == nullptr ? QVariant() : QCoreApplication::translate("SuppressedColumns", text);
}

} // namespace telltale::ui
