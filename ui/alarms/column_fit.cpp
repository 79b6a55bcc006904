// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/column_fit.h"

#include <algorithm>
#include <numeric>

namespace telltale::ui {

bool ColumnFit::look(int row, const QFontMetrics &metrics)
{
    bool wider = false;
    for (int i = 0; i < AlarmColumnCount; ++i) {
        int &seen = m_seen[std::size_t(i)];
        const int width = metrics.horizontalAdvance(m_alarms.index(row, i).data().toString());
        wider = wider || width > seen;
        seen = std::max(seen, width);
    }
    return wider;
}

/// Without the two columns with names, which share what is left over.
ColumnFit::Widths ColumnFit::fixedWidths(bool shortOfRoom, const QFontMetrics &metrics) const
{
    const int padding = metrics.averageCharWidth() + 6;
    Widths widths{};
    for (int i = 0; i < AlarmColumnCount; ++i) {
        const auto column = std::size_t(i);
        const int title = metrics.horizontalAdvance(m_alarms.headerData(i, Qt::Horizontal).toString());
        int usual = 0;
        for (const QString &cell : usualCells(AlarmColumnIndex(i))) {
            usual = std::max(usual, metrics.horizontalAdvance(cell));
        }
        const bool tight = shortOfRoom && i != SymbolColumn;
        widths[column] = std::max(title, tight ? std::min(usual, m_seen[column]) : usual) + padding;
    }
    widths[AssetColumn] = widths[WhatColumn] = 0;
    // The symbol shows the priority too.
    if (shortOfRoom)
        widths[PriorityColumn] = 0;
    return widths;
}

ColumnFit::Widths ColumnFit::widths(int room, const QFontMetrics &metrics) const
{
    const int name = metrics.horizontalAdvance(QStringLiteral("line-a/conveyor-1"));
    const auto leftOver = [room](const Widths &widths) { return room - std::accumulate(widths.begin(), widths.end(), 0); };
    Widths widths = fixedWidths(false, metrics);
    if (leftOver(widths) < 5 * name / 2)
        widths = fixedWidths(true, metrics);
    const int left = std::max(leftOver(widths), 2 * metrics.averageCharWidth());
    widths[AssetColumn] = std::min(left * 2 / 5, 3 * name / 2);
    widths[WhatColumn] = left - widths[AssetColumn];
    return widths;
}

} // namespace telltale::ui
