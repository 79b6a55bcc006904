// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace telltale::ui {

/// A quiet strip that says one thing about the window at a time: "2/4", a sentence or two, Back, Next and End. Takes no focus by itself.
/// Thread: UI.
class TourStrip final : public QWidget {
    Q_OBJECT
public:
    explicit TourStrip(QWidget *parent = nullptr);

    /// Shapes: step from 0 to steps - 1.
    void showStep(int step, int steps, const QString &text);
    void takeFocus();

signals:
    void backWanted();
    void nextWanted();
    void endWanted();

private:
    QLabel *m_count;
    QLabel *m_text;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_end = nullptr;
};

} // namespace telltale::ui
