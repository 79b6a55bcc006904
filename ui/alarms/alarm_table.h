// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "ui/alarms/column_fit.h"

#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>
#include <chrono>
#include <set>
#include <vector>

namespace telltale::ui {

class AlarmDelegate;
class AlarmFilter;

/// The alarm list as a table that keeps still: new data never moves the row under the pointer or takes it away, nor the selected row, nor
/// what is read while the list is scrolled away from its top. What comes in above is counted instead. An untouched list follows its top,
/// and a list that was only held back for a selection goes back to it when nobody has touched it for a while and the pointer is elsewhere.
/// Thread: UI. Cost: O(rows in sight) a snapshot beside the model's own.
class AlarmTable final : public QTableView {
    Q_OBJECT
public:
    explicit AlarmTable(AlarmFilter &alarms, QWidget *parent = nullptr);

    /// Around every change of the model by new data.
    void holdStill();
    void settle();
    /// Alarms that came in above what is in sight, top one first.
    [[nodiscard]] const std::vector<OccurrenceId> &newAbove() const { return m_newAbove; }
    [[nodiscard]] bool followsTop() const;

    [[nodiscard]] OccurrenceId currentAlarm() const; ///< the worst of a group on its line; 0 = none
    /// Of a group that is selected: the alarms in the rows below it. What is folded away nobody has seen.
    [[nodiscard]] std::vector<OccurrenceId> selectedAlarms() const;
    void select(int row);
    void setBlinking(bool on);
    /// How long after the last touch a selected row is still held in its place.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

public slots:
    void goHome();
    void step(int rows);

signals:
    void alarmChosen(telltale::OccurrenceId id);
    void newAboveChanged();

protected:
    void updateGeometries() override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Anchor {
        QPersistentModelIndex index;
        int y = 0;
        EventSeq lastSeq = 0;
        bool pointed = false; ///< the pointer is on it
    };
    void setUpHeader();
    void sortByColumn(int column);
    void showOrder();
    [[nodiscard]] int rowUnderPointer() const;
    [[nodiscard]] EventSeq seqAt(int row) const;
    void fitColumns();
    void fitToRowsInSight();
    [[nodiscard]] QFontMetrics boldMetrics() const;
    void moveTo(int top);
    [[nodiscard]] bool holdsSelection() const;
    void collectAnchors();
    void noteInserted(const QModelIndex &parent, int first, int last);
    void countNewAbove();
    void blink();
    [[nodiscard]] QString emptyText() const;

    AlarmFilter &m_filter;
    AlarmDelegate *m_delegate;
    ColumnFit m_fit;
    std::vector<Anchor> m_anchors; ///< best first
    bool m_holding = false;
    int m_heldTop = 0;
    bool m_ownOffset = false; ///< scrolled by us to hold a row, not by a person
    bool m_moving = false;
    QElapsedTimer m_sinceTouch;
    std::chrono::milliseconds m_patience{20'000};
    std::vector<OccurrenceId> m_inserted;
    std::vector<OccurrenceId> m_newAbove;
    std::set<OccurrenceId> m_unseen;
    QTimer m_blink;
    bool m_lit = true;
};

} // namespace telltale::ui
