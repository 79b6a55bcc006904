// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <array>
#include <vector>

class QButtonGroup;
class QTableView;

namespace telltale::ui {

class FittingLabel;
class SuppressedFilter;
class SuppressedModel;

/// What is kept from people: shelved, suppressed by design, out of service; until when, by whom, why, and what happened to it meanwhile.
/// Thread: UI.
class SuppressedPage final : public QWidget {
    Q_OBJECT
public:
    explicit SuppressedPage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// The first row is chosen where none is, so that a key acts at once.
    void takeFocus();
    [[nodiscard]] std::vector<SuppressedAlarm> selected() const; ///< top one first

signals:
    void chosen(const telltale::SuppressedAlarm &alarm);

private:
    QWidget *createKinds();
    void setUpTable();
    void showCounts();

    SuppressedModel *m_model;
    SuppressedFilter *m_filter;
    QButtonGroup *m_kinds;
    QTableView *m_table;
    FittingLabel *m_note;
    UtcTime m_now = kNoTime;
};

} // namespace telltale::ui
