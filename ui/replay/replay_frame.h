// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace telltale::ui {

/// A hatched frame over everything in a window, so that nobody takes the past for the present. Lets every click through. Thread: UI.
class ReplayFrame final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 5; ///< pixels; what is inside keeps clear of it
    explicit ReplayFrame(QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();
};

} // namespace telltale::ui
