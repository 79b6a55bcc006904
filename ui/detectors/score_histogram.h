// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/score_counts.h"

#include <QWidget>

namespace telltale::ui {

/// How often each score came, on a scale where few are still seen beside many (square root), with the limit in force (dashed) and the
/// threshold that is being tried (solid). Thread: UI.
class ScoreHistogram final : public QWidget {
    Q_OBJECT
public:
    explicit ScoreHistogram(QWidget *parent = nullptr);

    void setHistogram(study::Histogram histogram, double limit);
    void setThreshold(double threshold);
    [[nodiscard]] const study::Histogram &histogram() const { return m_histogram; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBars(QPainter &painter, const QRectF &room) const;
    void paintLine(QPainter &painter, const QRectF &room, double at, Qt::PenStyle style, const QString &text, int row) const;

    study::Histogram m_histogram;
    double m_limit = kMissing;
    double m_threshold = kMissing;
};

} // namespace telltale::ui
