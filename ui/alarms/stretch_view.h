// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/stretch_painter.h"

#include <QWidget>

namespace telltale::ui {

/// The last readings of a sensor over the most similar stretch of its own past: what a detector that compares stretches saw.
/// Hidden where there is none. Solid against dashed, each named, so that colour is not needed. Thread: UI. A screen reader gets the ends
/// and the range.
class StretchView final : public QWidget {
    Q_OBJECT
public:
    explicit StretchView(QWidget *parent = nullptr);

    /// Hides itself for a pair that cannot be drawn.
    void show(const StretchPair &pair);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StretchPair m_pair;
};

} // namespace telltale::ui
