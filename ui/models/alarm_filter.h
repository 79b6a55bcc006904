// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QSortFilterProxyModel>
#include <array>

namespace telltale::ui {

class AlarmModel;

/// What of the alarm list is on screen. Filters, never sorts: the order is the core's. It also knows what it hides, because a filter that
/// hides an unacknowledged alarm must say so. Thread: UI. Cost: O(rows) for a change of the filter.
class AlarmFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Tab { All, Unacked, Acked };

    explicit AlarmFilter(AlarmModel &alarms, QObject *parent = nullptr);

    void setTab(Tab tab);
    void setText(const QString &text);
    void setPriorityShown(Priority priority, bool shown);
    /// Only this asset and what is below it, or one sensor of it; an empty asset shows all.
    void setSource(const SensorKey &source);
    void clear();

    [[nodiscard]] Tab tab() const { return m_tab; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isPriorityShown(Priority priority) const { return m_priorities[std::size_t(priority) - 1]; }
    [[nodiscard]] const SensorKey &source() const { return m_source; }
    [[nodiscard]] bool isActive() const;
    /// Unacknowledged alarms that exist but are not shown, by priority (P1 first).
    [[nodiscard]] std::array<int, 4> hiddenUnacked() const;

signals:
    void filterChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void refilter();

    AlarmModel &m_alarms;
    Tab m_tab = Tab::All;
    QString m_text;
    std::array<bool, 4> m_priorities{true, true, true, true};
    SensorKey m_source;
};

} // namespace telltale::ui
