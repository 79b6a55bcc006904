// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

namespace telltale::ui {

/// Frames around parts of a window, wherever they go. Lets every click through, and shows nothing of a part that is out of sight.
/// Thread: UI.
class TourOutline final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 3; ///< pixels

    explicit TourOutline(QWidget *window);

    /// The parts must outlive the outline.
    void pointAt(std::vector<const QWidget *> parts);
    /// Frames in the window's coordinates, as they are now.
    [[nodiscard]] std::vector<QRect> frames() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();

    std::vector<const QWidget *> m_parts;
    std::vector<QRect> m_drawn;
    QTimer m_look;
};

} // namespace telltale::ui
