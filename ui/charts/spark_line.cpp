// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/spark_line.h"

#include "ui/charts/line_pen.h"

#include <QPainter>
#include <algorithm>

namespace telltale::ui {

SparkLine sparkLineOf(const SensorTrace &trace, Duration span, std::size_t columns)
{
    const bool open = trace.tail && !trace.tail->empty();
    if (columns == 0 || (!open && trace.sealed.empty()))
        return {};
    const std::int64_t end = (open ? trace.tail : trace.sealed.back())->t.back() + 1;
    const auto first = std::partition_point(trace.sealed.begin(), trace.sealed.end(),
                                            [&](const ChunkPtr &chunk) { return chunk->t.back() < end - span.count(); });
    std::vector<ChunkPtr> chunks(first, trace.sealed.end());
    if (open)
        chunks.push_back(trace.tail);
    SparkLine line{envelope::reduce(chunks, end - span.count(), end, columns), 0.0, 0.0};
    bool any = false;
    for (const envelope::Column &column : line.columns) {
        if (column.empty())
            continue;
        line.low = any ? std::min(line.low, double(column.min)) : double(column.min);
        line.high = any ? std::max(line.high, double(column.max)) : double(column.max);
        any = true;
    }
    return any ? line : SparkLine{};
}

void paintSparkLine(QPainter &painter, const QRectF &area, const SparkLine &line, const QColor &colour)
{
    const bool flat = line.high <= line.low;
    const double scale = flat ? 0.0 : (area.height() - 2.0) / (line.high - line.low);
    const auto y = [&](float value) { return flat ? area.center().y() : area.bottom() - 1.0 - (double(value) - line.low) * scale; };
    LinePen pen(painter, colour);
    const double width = area.width() / double(line.columns.size());
    for (std::size_t i = 0; i < line.columns.size(); ++i)
        pen.addColumn(area.left() + double(i) * width, width, line.columns[i], y);
}

} // namespace telltale::ui
