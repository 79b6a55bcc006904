// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_figures.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace telltale::ui {

[[nodiscard]] QString figureText(const kpi::KpiFigure &figure, const kpi::Kpis &kpis);
/// "about 6 per hour", "flood above 10"; empty where there is no mark.
[[nodiscard]] QString markText(const kpi::KpiFigure &figure, const kpi::KpiLimits &limits);
[[nodiscard]] QString secondsText(double seconds);      ///< "4 min 12 s"
[[nodiscard]] QString percentOfHundred(double percent); ///< "17 %"
/// "2026-11-22 06:00 – 14:00 CET, until 10:12:31"
[[nodiscard]] QString windowText(const kpi::KpiQuestion &question, ZoneChoice zone);

/// "watched 6 min of 7 h 30 min: …": what the rates are over; the longest form first.
[[nodiscard]] QStringList watchedTexts(const kpi::Kpis &kpis);

/// A tile of the page: one or two figures together, what they are held against, and whether they are beyond it.
struct KpiTileText {
    QString title;
    QString value;
    QString note;
    bool beyond = false;
};
/// All of them, in the order of the page.
[[nodiscard]] std::vector<KpiTileText> kpiTiles(const kpi::Kpis &kpis);

/// One of the page's tables.
struct KpiTable {
    QString name; ///< of the tab
    QStringList titles;
    std::vector<QStringList> rows;
};
/// Without the bad actors, which have a table of their own.
[[nodiscard]] std::vector<KpiTable> kpiTables(const kpi::Kpis &kpis, ZoneChoice zone);
[[nodiscard]] KpiTable badActorTable(const kpi::Kpis &kpis);

/// The whole page as text, for the clipboard: tiles, then tables with tabs between their cells.
[[nodiscard]] QString kpiPageText(const kpi::Kpis &kpis, ZoneChoice zone);

} // namespace telltale::ui
