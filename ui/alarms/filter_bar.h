// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QWidget>
#include <array>

class QButtonGroup;
class QLineEdit;
class QToolButton;

namespace telltale::ui {

class AlarmFilter;

/// Tabs, filter text and priorities above the alarm list. Shows what the filter is set to, whoever sets it. Thread: UI.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(AlarmFilter &filter, QWidget *parent = nullptr);

    void setCounts(int all, int unacked);

public slots:
    void focusText();
    void togglePriority(telltale::Priority priority);

private:
    void createTabs();
    void createPriorities();
    void show();

    AlarmFilter &m_filter;
    QButtonGroup *m_tabs;
    QLineEdit *m_text;
    std::array<QToolButton *, 3> m_priorities{};
};

} // namespace telltale::ui
