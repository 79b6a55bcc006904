// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"

#include <QColor>
#include <array>

namespace telltale::ui {

/// The colours of one theme. Grey means normal; the alarm colours mean alarms and nothing else, and never stand without a shape and a
/// number. Source: contrast computed with the WCAG formula against `background`; the test of this type repeats it.
struct Theme {
    bool dark = false;
    QColor background; ///< window
    QColor surface;    ///< lists, charts, tiles
    QColor text;
    QColor mutedText; ///< still at least 4.5:1 on `surface`
    QColor border;
    QColor grid; ///< chart lines; faint on purpose
    QColor selection;
    QColor selectionText;
    QColor band;        ///< fill of the expected band
    QColor limit;       ///< limit lines
    QColor anomaly;     ///< marks of single anomalous readings; not an alarm colour
    QColor quality;     ///< bad or unknown quality, diagnostics
    QColor qualityText; ///< on a `quality` fill
    std::array<QColor, 3> traces;
    std::array<QColor, 4> priorities;    ///< fills of P1, P2, P3, diagnostic
    std::array<QColor, 4> priorityTexts; ///< on those fills

    [[nodiscard]] const QColor &priority(Priority p) const { return priorities[std::size_t(p) - 1]; }
    [[nodiscard]] const QColor &priorityText(Priority p) const { return priorityTexts[std::size_t(p) - 1]; }

    static const Theme &light();
    static const Theme &darkTheme();
};

} // namespace telltale::ui
