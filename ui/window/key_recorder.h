// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace telltale::ui {

/// Takes the next key that is pressed, whatever it does elsewhere, while it has the focus. Tab leaves it, Esc is given up, and the key that
/// silences the horn silences it even here. Thread: UI.
class KeyRecorder final : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyRecorder(QWidget *parent = nullptr);

signals:
    void pressed(const QKeySequence &key);
    void givenUp();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace telltale::ui
