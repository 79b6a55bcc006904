// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/key_table.h"

#include <QObject>
#include <functional>
#include <map>
#include <vector>

class QAction;
class QMenu;
class QShortcut;
class QWidget;

namespace telltale::ui {

/// What can be done, as it is offered to people.
struct OfferedAct {
    Act act;
    QString group;
    QString text;
    QString keys;    ///< as they are written on the keyboard
    QString refusal; ///< why it cannot be done now; empty = it can
};

/// The key table as actions of a window: shortcuts, which follow the keys in force, and a menu, and one signal that says what is wanted.
/// Thread: UI.
class WindowActions final : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QWidget &window);

    /// In the context menu of that part of the window.
    void offer(Act act, QWidget &part) const;
    /// Actions that need more than this are disabled, with the reason in their tooltip; their keys then only say so.
    void setRole(Role role, const std::function<QString(Role needed)> &refusal);
    /// The menu table as menus below one another: each row has a letter that chooses it.
    [[nodiscard]] QMenu *createMenu(QWidget *parent) const;
    /// In the order of the key table.
    [[nodiscard]] std::vector<OfferedAct> offered() const;

signals:
    void wanted(telltale::ui::Act act);
    void refused(telltale::ui::Act act);

private:
    void bind();

    std::map<Act, QAction *> m_actions;
    std::map<Act, QShortcut *> m_refusals; ///< the same keys, alive while their action is not
};

} // namespace telltale::ui
