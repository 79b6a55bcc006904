// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPainter>
#include <QRectF>

namespace telltale::ui {

/// Fills upright bars (logical pixels) with one opaque colour, not smoothed: the same pixels as fillRect for each of them.
/// Cost: on a screen or image the bars are put into one picture, which is drawn once: a bar one pixel wide costs fillRect a call for every
/// row, which was half of what a tile took. Elsewhere (paper, recorded pictures) it is fillRect. Thread: UI.
void fillBars(QPainter &painter, const QList<QRectF> &bars, const QColor &colour);

} // namespace telltale::ui
