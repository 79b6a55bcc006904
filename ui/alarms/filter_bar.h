// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QWidget>
#include <array>

class QButtonGroup;
class QLineEdit;
class QToolButton;

namespace telltale::ui {

struct AlarmCounts;
class AlarmFilter;
class SavedViews;
class ViewMenu;

/// Tabs, views, filter text, quality and priorities above the alarm list. Shows what the filter is set to, whoever sets it. Thread: UI.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    FilterBar(AlarmFilter &filter, SavedViews &views, QWidget *parent = nullptr);

    void setCounts(const AlarmCounts &counts);
    [[nodiscard]] ViewMenu &menu() { return *m_menu; }

public slots:
    void focusText();
    void openViews();
    void togglePriority(telltale::Priority priority);

private:
    void showKeys();
    void createTabs();
    void createPriorities();
    void createDoubtful();
    void show();

    AlarmFilter &m_filter;
    QButtonGroup *m_tabs;
    QToolButton *m_view;
    ViewMenu *m_menu;
    QLineEdit *m_text;
    QToolButton *m_doubtful = nullptr;
    std::array<QToolButton *, 3> m_priorities{};
};

} // namespace telltale::ui
