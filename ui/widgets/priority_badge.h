// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QWidget>

namespace telltale::ui {

/// "■1 2/5": symbol of a priority, how many of its alarms are not acknowledged, how many are open. Filled and large while one is not
/// acknowledged, outlined and grey otherwise. Thread: UI.
class PriorityBadge final : public QWidget {
    Q_OBJECT
public:
    PriorityBadge(Priority priority, QWidget *parent);

    void setCounts(int unacked, int open);
    [[nodiscard]] int unacked() const { return m_unacked; }
    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Priority m_priority;
    int m_unacked = -1;
    int m_open = -1;
};

} // namespace telltale::ui
