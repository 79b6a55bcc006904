// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"
#include "ui/models/alarm_view.h"
#include "ui/models/settled_rows.h"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

namespace telltale::ui {

class AlarmModel;

/// A row of the shown list: an alarm, or the line above the alarms of one asset.
struct ShownAlarm {
    const Occurrence *alarm = nullptr; ///< null for a group
    std::uint64_t group = 0;           ///< number of its asset; 0 while nothing is grouped

    [[nodiscard]] std::uint64_t key() const { return alarm ? alarm->id : (std::uint64_t{1} << 63U) | group; }
};

/// What of the alarm list is on screen: filtered, in the core's order or by a column, grouped by asset where wanted. It also knows what it
/// hides, because a filter that hides an unacknowledged alarm must say so. One sort for everything that a snapshot changed.
/// Thread: UI. Cost: O(rows log rows) for a change of the filter or of the alarms.
class AlarmFilter final : public SettledRows<ShownAlarm> {
    Q_OBJECT
public:
    using Tab = AlarmView::Tab;
    enum Role { GroupRole = Qt::UserRole + 100, FoldedRole };
    /// Of the alarms of an asset that the filter leaves.
    struct Group {
        std::string asset;
        int open = 0;
        int unacked = 0;
        int shown = 0;                     ///< rows below it; the others are folded away
        const Occurrence *worst = nullptr; ///< first in the core's order
    };

    explicit AlarmFilter(AlarmModel &alarms, QObject *parent = nullptr);

    [[nodiscard]] const AlarmView &view() const { return m_view; }
    void setView(const AlarmView &view);
    void setTab(Tab tab);
    void setText(const QString &text);
    void setPriorityShown(Priority priority, bool shown);
    /// Only this asset and what is below it, or one sensor of it; an empty asset shows all.
    void setSource(const SensorKey &source);
    void setDoubtful(bool only);
    /// `AlarmView::kDefaultOrder` or a column.
    void sortBy(int column, bool descending);
    void setGrouped(bool grouped);
    /// Shows everything; order and groups stay.
    void clear();

    [[nodiscard]] Tab tab() const { return m_view.tab; }
    [[nodiscard]] const QString &text() const { return m_view.text; }
    [[nodiscard]] bool isPriorityShown(Priority priority) const { return m_view.isShown(priority); }
    [[nodiscard]] const SensorKey &source() const { return m_view.source; }
    [[nodiscard]] bool isActive() const { return m_view.hidesAnything(); }
    /// Unacknowledged alarms that exist but are not shown, by priority (P1 first).
    [[nodiscard]] std::array<int, 4> hiddenUnacked() const;

    [[nodiscard]] const AlarmModel &alarms() const { return m_alarms; }
    [[nodiscard]] const Occurrence *alarmAt(int row) const { return m_rows[std::size_t(row)].alarm; } ///< null for a group
    [[nodiscard]] int rowOf(OccurrenceId id) const;                                                   ///< −1 = not shown
    /// Null for a row that is no group.
    [[nodiscard]] const Group *groupAt(int row) const;
    /// Alarms in the rows below a group, top first.
    [[nodiscard]] std::vector<OccurrenceId> alarmsBelow(int row) const;
    /// Folded, a group shows its unacknowledged P1 alone. `row` may be an alarm's: then its group.
    void fold(int row, bool folded);
    void foldAll(bool folded);
    [[nodiscard]] bool isFolded(int row) const;
    /// The group's line of an alarm or a group; −1 while nothing is grouped.
    [[nodiscard]] int groupRowOf(int row) const;

    /// The row under the pointer: new data neither move it among its neighbours nor take it away. Key of a row, 0 = none.
    void pin(std::uint64_t key);
    [[nodiscard]] std::uint64_t keyAt(int row) const { return m_rows[std::size_t(row)].key(); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void filterChanged();

private:
    void change(const AlarmView &view);
    void refresh();
    void follow(const QModelIndex &from, const QModelIndex &to);
    [[nodiscard]] std::vector<const Occurrence *> wantedAlarms();
    void sort(std::vector<const Occurrence *> &alarms) const;
    [[nodiscard]] std::vector<ShownAlarm> arrange(const std::vector<const Occurrence *> &alarms);
    [[nodiscard]] std::uint64_t groupOf(const Occurrence &alarm);
    void keepPinned(std::vector<ShownAlarm> &rows);
    void linger(std::vector<const Occurrence *> &alarms);
    [[nodiscard]] QVariant groupData(const ShownAlarm &row, int column, int role) const;

    using Alarms = std::vector<Occurrence>;
    AlarmModel &m_alarms;
    AlarmView m_view;
    std::shared_ptr<const Alarms> m_held; ///< what the rows point into
    std::unordered_map<std::string, std::uint64_t> m_groupNumbers;
    std::unordered_map<std::uint64_t, Group> m_groups;
    std::set<std::uint64_t> m_folded;
    std::uint64_t m_pinned = 0;
    bool m_displaced = false;                ///< the pinned row is not where it belongs
    std::shared_ptr<Occurrence> m_lingering; ///< of a pinned alarm that has closed
};

} // namespace telltale::ui
