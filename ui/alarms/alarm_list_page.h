// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include "ui/alarms/saved_views.h"

#include <QWidget>
#include <set>
#include <vector>

namespace telltale::ui {

class AlarmFilter;
class AlarmModel;
class AlarmTable;
class Banner;
class FilterBar;
class InlineField;

/// The alarm list with everything that belongs to it: filter, flood banner, the bar that says what a filter hides, the bar that says what
/// came in above. Thread: UI.
class AlarmListPage final : public QWidget {
    Q_OBJECT
public:
    explicit AlarmListPage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setSaving(const std::set<OccurrenceId> &saving);
    void setZone(ZoneChoice zone);

    [[nodiscard]] AlarmModel &alarms() { return *m_alarms; }
    [[nodiscard]] const AlarmModel &alarms() const { return *m_alarms; }
    [[nodiscard]] AlarmFilter &filter() { return *m_filter; }
    [[nodiscard]] SavedViews &views() { return m_views; }
    [[nodiscard]] AlarmTable &table() { return *m_table; }
    [[nodiscard]] FilterBar &filterBar() { return *m_bar; }

    /// Selects the top unacknowledged alarm and gives the list the focus; takes the filter back if it hides all of them. False = none.
    bool jumpToTopUnacked();
    /// Selects an open alarm, taking the filter back if it hides it. False = it is not open.
    bool jumpTo(OccurrenceId id);

    void toggleGroups();
    /// Folds all groups, or unfolds them when all are; groups first where nothing is grouped.
    void toggleFolds();
    void restoreOrder();
    /// Asks for the name of a view to keep. `dismiss` takes the question back; false = none was open.
    void askViewName();
    bool dismiss();

signals:
    void viewsChanged();
    void said(const QString &text); ///< what came of something, for the message line
    void alarmChosen(telltale::OccurrenceId id);
    void filterTakenBack(); ///< the filter was cleared to show something

private:
    void connectParts();
    void showKeys();
    void showFlood(const Snapshot &snapshot);
    void showHidden();
    void showNewAbove();

    SavedViews m_views;
    AlarmModel *m_alarms;
    AlarmFilter *m_filter;
    InlineField *m_name;
    FilterBar *m_bar;
    Banner *m_flood;
    Banner *m_hidden;
    Banner *m_above;
    AlarmTable *m_table;
};

} // namespace telltale::ui
