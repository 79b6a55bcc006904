// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/mark_layout.h"
#include "ui/style/theme.h"

#include <QStringList>
#include <span>

class QFontMetricsF;
class QPainter;

namespace telltale::ui {

/// Room that one symbol with its number takes.
[[nodiscard]] QSizeF markSize(const QFontMetricsF &metrics);

/// Draws the symbols of the strip and a line down through the plot where something began: a filled triangle on its point for a raise, a
/// hollow one for a clear, a tick for an acknowledgement, an exclamation mark for the first violation, a pencil for a note; beside it the
/// number of the priority, and "+2" when more marks share the place. Shapes, not characters: no font has to have them.
void paintMarks(QPainter &painter, const PlotMap &map, std::span<const TrendMark> marks, std::span<const PlacedMark> placed,
                const Theme &theme);

/// "raised, P1 – text"; the text may have lines.
[[nodiscard]] QString markWords(const TrendMark &mark);

/// "12:31:01 UTC  raised, P1 – text" for each mark of a symbol, at most eight.
[[nodiscard]] QStringList markLines(std::span<const TrendMark> marks, const PlacedMark &placed);

} // namespace telltale::ui
