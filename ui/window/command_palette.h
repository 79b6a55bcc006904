// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/window_actions.h"

#include <QFrame>
#include <QPointer>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace telltale::ui {

/// Rows of `all` that hold every word of `typed` in their words, group or key; those whose words begin with what was typed come first, then
/// those with a word that does, then the order of the table. Nothing typed: all of them.
[[nodiscard]] std::vector<OfferedAct> matching(const std::vector<OfferedAct> &all, const QString &typed);

/// Finds everything that can be done by its words, shows its key and, where it cannot be done now, why; Enter does it. Lies over the upper
/// part of the window, never in one of its own, and gives the focus back before anything is done. Esc closes it. Thread: UI.
class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    using Offer = std::function<std::vector<OfferedAct>()>;

    /// `offer` is asked each time it opens: roles change.
    CommandPalette(Offer offer, QWidget *window);

    void open();
    /// False = it was not open.
    bool dismiss();

signals:
    void wanted(telltale::ui::Act act);
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void show(const QString &typed);
    void step(int rows);
    void run();

    Offer m_offer;
    QLineEdit *m_line;
    QTableWidget *m_table;
    QLabel *m_note;
    std::vector<OfferedAct> m_all;
    std::vector<OfferedAct> m_shown;
    QPointer<QWidget> m_before;
};

} // namespace telltale::ui
