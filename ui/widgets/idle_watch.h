// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QObject>
#include <QTimer>

namespace telltale::ui {

/// Says once when nobody has touched keyboard, mouse or screen for a while. Install it on the application. Thread: UI.
class IdleWatch final : public QObject {
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);

    void setLimit(Duration limit); ///< zero = never
    [[nodiscard]] Duration limit() const { return m_limit; }

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restart();

    QTimer m_timer;
    Duration m_limit{0};
};

} // namespace telltale::ui
