// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace telltale::ui {

/// The last readings of a sensor over the most similar stretch of its own past: what a detector that compares stretches saw.
/// Hidden where there is none. Solid against dashed, each named, so that colour is not needed. Thread: UI. A screen reader gets the ends.
class StretchView final : public QWidget {
    Q_OBJECT
public:
    explicit StretchView(QWidget *parent = nullptr);

    /// Shapes: equally long, oldest first; fewer than two values hide it.
    void show(const std::vector<double> &actual, const std::vector<double> &nearest, const QString &unit);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPolygonF lineOf(const std::vector<double> &values, const QRectF &room) const;

    std::vector<double> m_actual;
    std::vector<double> m_nearest;
    double m_low = 0.0; ///< of both
    double m_high = 0.0;
};

} // namespace telltale::ui
