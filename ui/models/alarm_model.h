// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/settled_rows.h"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace telltale::ui {

struct OpenAlarm {
    const Occurrence *alarm;

    [[nodiscard]] std::uint64_t key() const { return alarm->id; }
};

/// All open alarms that are not shelved, suppressed or out of service, in the order the core gives them; every snapshot is applied as a
/// difference. Shapes: one row an occurrence, columns as `alarmColumns()`. Thread: UI. Cost: O(rows) a snapshot in which the alarms
/// changed, nothing otherwise.
class AlarmModel final : public SettledRows<OpenAlarm> {
    Q_OBJECT
public:
    enum Role { OccurrenceRole = Qt::UserRole, PriorityRole, UnackedRole, ActiveRole };

    using SettledRows::SettledRows;

    void apply(const SnapshotPtr &snapshot);
    void setSaving(std::set<OccurrenceId> saving);
    void setZone(ZoneChoice zone);

    [[nodiscard]] const Occurrence &occurrenceAt(int row) const { return *m_rows[std::size_t(row)].alarm; }
    [[nodiscard]] int rowOf(OccurrenceId id) const; ///< −1 when it is not open
    /// Newest event that what is shown takes into account; goes with every acknowledgement.
    [[nodiscard]] EventSeq seenSeq() const { return m_seenSeq; }

    /// What is shown of all of them; null before the first snapshot.
    [[nodiscard]] const std::shared_ptr<const std::vector<Occurrence>> &alarms() const { return m_alarms; }
    [[nodiscard]] UtcTime now() const { return m_snapshot ? m_snapshot->now : kNoTime; }
    [[nodiscard]] static bool isActive(const Occurrence &row);
    /// A cell of an alarm that need not have a row here.
    [[nodiscard]] QVariant cell(const Occurrence &row, int column, int role) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void settled(); ///< the rows are those of a new set of alarms; what changed in them is said next

private:
    /// An event of an alarm is not on disk yet.
    struct Waiting {
        EventSeq seq = 0;
        Duration since{0}; ///< uptime of the program
    };
    using Alarms = std::vector<Occurrence>;
    using Shown = std::span<const Occurrence>;

    void applyAlarms(const std::shared_ptr<const Alarms> &alarms);
    [[nodiscard]] std::vector<bool> lookDifferent(Shown alarms) const;
    void refreshUnstored();
    [[nodiscard]] AlarmRowContext contextOf(const Occurrence &row) const;
    [[nodiscard]] QString toolTip(const Occurrence &row, int column) const;

    std::shared_ptr<const Alarms> m_alarms;
    std::set<OccurrenceId> m_saving;
    std::map<OccurrenceId, Waiting> m_waiting;
    std::set<OccurrenceId> m_unstored;
    SnapshotPtr m_snapshot;
    EventSeq m_seenSeq = 0;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
