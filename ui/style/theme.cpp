// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

namespace telltale::ui {

const Theme &Theme::light()
{
    static const Theme kTheme{
        .dark = false,
        .background = QColor("#E4E4E4"),
        .surface = QColor("#F2F2F2"),
        .text = QColor("#1E1E1E"),
        .mutedText = QColor("#565656"),
        .border = QColor("#8A8A8A"),
        .grid = QColor("#D2D2D2"),
        .selection = QColor("#C3CEDB"),
        .selectionText = QColor("#1E1E1E"),
        .band = QColor(74, 111, 165, 44),
        .limit = QColor("#6A6A6A"),
        .anomaly = QColor("#1E1E1E"),
        .quality = QColor("#7B2FBF"),
        .qualityText = QColor("#FFFFFF"),
        .traces = {QColor("#4A6FA5"), QColor("#2F7F86"), QColor("#7A6A4F")},
        .priorities = {QColor("#C4001A"), QColor("#B85C00"), QColor("#FFE14D"), QColor("#7B2FBF")},
        .priorityTexts = {QColor("#FFFFFF"), QColor("#FFFFFF"), QColor("#000000"), QColor("#FFFFFF")},
    };
    return kTheme;
}

const Theme &Theme::darkTheme()
{
    static const Theme kTheme{
        .dark = true,
        .background = QColor("#2B2D30"),
        .surface = QColor("#232527"),
        .text = QColor("#E8E8E8"),
        .mutedText = QColor("#A9ADB2"),
        .border = QColor("#6C7075"),
        .grid = QColor("#3A3D41"),
        .selection = QColor("#3C4B5E"),
        .selectionText = QColor("#E8E8E8"),
        .band = QColor(127, 163, 214, 44),
        .limit = QColor("#9A9EA3"),
        .anomaly = QColor("#E8E8E8"),
        .quality = QColor("#C79BF2"),
        .qualityText = QColor("#000000"),
        .traces = {QColor("#7FA3D6"), QColor("#6CBCC3"), QColor("#C0AE8A")},
        .priorities = {QColor("#FF4D4D"), QColor("#FF9F1A"), QColor("#FFE14D"), QColor("#C79BF2")},
        .priorityTexts = {QColor("#000000"), QColor("#000000"), QColor("#000000"), QColor("#000000")},
    };
    return kTheme;
}

} // namespace telltale::ui
