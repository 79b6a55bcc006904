// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace telltale::ui {

class AlarmFilter;
class SavedViews;

/// Named views, order and groups of the alarm list in one menu: every entry has its letter or number, and a view says how many
/// unacknowledged alarms it would hide. Thread: UI.
class ViewMenu final : public QMenu {
    Q_OBJECT
public:
    ViewMenu(AlarmFilter &filter, SavedViews &views, QWidget *parent);

signals:
    void saveWanted();
    void deleted(const QString &name);

private:
    void fill();
    void addViews();
    void addOrders();
    void addDeletions();

    AlarmFilter &m_filter;
    SavedViews &m_views;
};

} // namespace telltale::ui
