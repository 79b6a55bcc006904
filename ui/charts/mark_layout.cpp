// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_layout.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace telltale::ui {

namespace {

/// Smaller leads.
auto rank(const TrendMark &mark)
{
    // By kind: first violation, raise, clear, acknowledge, note, note on a range, kept from people.
    constexpr std::array<int, 7> kRanks{1, 0, 2, 3, 4, 5, 6};
    return std::tuple(kRanks[std::size_t(mark.kind)], mark.priority);
}

} // namespace

std::vector<PlacedMark> placeMarks(std::span<const TrendMark> marks, const PlotMap &map, const QRectF &strip, QSizeF size)
{
    std::vector<PlacedMark> placed;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        // A range that began earlier has its symbol where it comes into sight.
        if (std::max(marks[i].at, marks[i].until) < map.from || marks[i].at > map.to)
            continue;
        const double x = map.x(toNanos(std::max(marks[i].at, map.from)));
        if (placed.empty() || x - placed.back().x >= size.width()) {
            placed.push_back({{}, x, i, 1, i});
            continue;
        }
        PlacedMark &last = placed.back();
        last.count = i + 1 - last.first;
        if (rank(marks[i]) <= rank(marks[last.leading])) {
            last.leading = i;
            last.x = x;
        }
    }
    for (PlacedMark &mark : placed)
        mark.box = QRectF(mark.x - size.height() / 2.0, strip.center().y() - size.height() / 2.0, size.width(), size.height());
    return placed;
}

} // namespace telltale::ui
