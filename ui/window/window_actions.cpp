// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/keys/menu_table.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>
#include <QWidget>

namespace telltale::ui {

namespace {

/// With a mark before the first letter that no row above has: of a word's beginning where there is one, else any.
QString withMnemonic(const QString &text, QString &taken)
{
    for (const bool beginnings : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool begins = i == 0 || text[i - 1].isSpace();
            if (text[i].isLetterOrNumber() && (begins || !beginnings) && !taken.contains(text[i], Qt::CaseInsensitive)) {
                taken += text[i];
                return QString(text).insert(i, QLatin1Char('&'));
            }
        }
    }
    return text;
}

} // namespace

WindowActions::WindowActions(QWidget &window) : QObject(&window)
{
    for (const KeyRow &row : keyTable()) {
        auto *action = new QAction(QCoreApplication::translate("KeyTable", row.text), this);
        action->setAutoRepeat(row.act == Act::RowDown || row.act == Act::RowUp || row.act == Act::ZoomIn || row.act == Act::ZoomOut);
        // The horn can be silenced from the help sheet too.
        action->setShortcutContext(row.act == Act::Silence ? Qt::ApplicationShortcut : Qt::WindowShortcut);
        window.addAction(action);
        connect(action, &QAction::triggered, this, [this, act = row.act] { emit wanted(act); });
        m_actions.emplace(row.act, action);
        if (row.needed != Role::Viewer) {
            auto *refusal = new QShortcut(&window);
            refusal->setEnabled(false);
            connect(refusal, &QShortcut::activated, this, [this, act = row.act] { emit refused(act); });
            m_refusals.emplace(row.act, refusal);
        }
    }
    sayKeys(this, [this] { bind(); });
}

void WindowActions::bind()
{
    const KeyMap &map = KeyBindings::instance().map();
    for (const auto &[act, action] : m_actions) {
        action->setShortcuts(map.keysOf(act));
    }
    for (const auto &[act, refusal] : m_refusals) {
        refusal->setKeys(map.keysOf(act));
    }
}

void WindowActions::setRole(Role role, const std::function<QString(Role needed)> &refusal)
{
    for (const KeyRow &row : keyTable()) {
        const bool may = role >= row.needed;
        QAction *action = m_actions.at(row.act);
        action->setEnabled(may);
        action->setToolTip(may ? QString() : refusal(row.needed));
        if (const auto refused = m_refusals.find(row.act); refused != m_refusals.end()) {
            refused->second->setEnabled(!may);
        }
    }
}

void WindowActions::offer(Act act, QWidget &part) const
{
    part.setContextMenuPolicy(Qt::ActionsContextMenu);
    part.addAction(m_actions.at(act));
}

QMenu *WindowActions::createMenu(QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("mainMenu"));
    menu->setToolTipsVisible(true);
    for (const MenuRow &row : menuTable()) {
        QMenu *sub = menu->addMenu(QCoreApplication::translate("MenuTable", row.title));
        sub->setObjectName(QLatin1String(row.name));
        sub->setToolTipsVisible(true);
        QString taken;
        for (const Act act : row.acts) {
            QAction *action = m_actions.at(act);
            action->setText(withMnemonic(action->text(), taken));
            sub->addAction(action);
        }
    }
    return menu;
}

std::vector<OfferedAct> WindowActions::offered() const
{
    std::vector<OfferedAct> all;
    for (const KeyRow &row : keyTable()) {
        const QAction *action = m_actions.at(row.act);
        all.push_back({row.act, QCoreApplication::translate("KeyTable", row.group), QCoreApplication::translate("KeyTable", row.text),
                       keysText(row.act), action->isEnabled() ? QString() : action->toolTip()});
    }
    return all;
}

} // namespace telltale::ui
