// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace telltale::ui {

/// Keeps keys with the widget that has the focus where a shortcut of the window would take them away: every printable key in a text field,
/// Space and Enter on a button or a box. Install it on the application. Thread: UI.
class KeyGuard final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace telltale::ui
