// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/key_table.h"

#include <QKeySequence>
#include <QObject>
#include <map>

class QAction;
class QMenu;
class QWidget;

namespace telltale::ui {

/// The key table as actions of a window: shortcuts and a menu, and one signal that says what is wanted. Thread: UI.
class WindowActions final : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QWidget &window);

    /// In the context menu of that part of the window.
    void offer(Act act, QWidget &part) const;
    [[nodiscard]] QMenu *createMenu(QWidget *parent) const;

signals:
    void wanted(telltale::ui::Act act);

private:
    std::map<Act, QAction *> m_actions;
};

[[nodiscard]] QList<QKeySequence> keysOf(const KeyRow &row);

} // namespace telltale::ui
