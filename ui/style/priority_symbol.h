// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

class QPainter;
class QRectF;

namespace telltale::ui {

/// Draws the symbol of a priority inside `box`: square 1, triangle 2, diamond 3, half disc ? for diagnostics. The outline is in the text
/// colour, so that no shape depends on its fill being seen. `outlineOnly` leaves the fill away (acknowledged).
/// Units: logical pixels; keeps to the largest square in the middle of `box`. Thread: UI.
void paintPrioritySymbol(QPainter &painter, const QRectF &box, Priority priority, const Theme &theme, bool outlineOnly);

/// Half disc with a question mark: the value cannot be believed (stale, bad quality).
void paintQualitySymbol(QPainter &painter, const QRectF &box, const Theme &theme);

} // namespace telltale::ui
