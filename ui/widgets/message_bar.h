// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <deque>

class QToolButton;

namespace telltale::ui {

class FittingLabel;

/// What the program has to tell the operator, at the bottom of the window, never in a dialog: the newest problem and the newest note side
/// by side. A note leaves after some seconds; a problem stays until it is dismissed or is the oldest of more than ten. The bar keeps its
/// height while there is nothing to say: the window never jumps. Thread: UI.
class MessageBar final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kNoteMs = 8000;

    explicit MessageBar(QWidget *parent = nullptr);

    void note(const QString &text, int ms = kNoteMs);
    void problem(const QString &text);
    /// Takes back the newest problem, or else the note.
    void dismiss();

    [[nodiscard]] QString noteText() const { return m_note; }
    [[nodiscard]] QString problemText() const { return m_problems.empty() ? QString() : m_problems.back(); }

private:
    void refresh();

    std::deque<QString> m_problems; ///< oldest first
    QString m_note;
    QTimer m_noteTimer;
    FittingLabel *m_problemLabel;
    FittingLabel *m_noteLabel;
    QToolButton *m_close;
};

} // namespace telltale::ui
