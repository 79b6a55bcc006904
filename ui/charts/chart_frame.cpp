// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_frame.h"

#include <algorithm>

namespace telltale::ui {

bool ChartFrame::looksLike(const ChartFrame &other) const
{
    const auto sameTick = [&](const TimeTick &a, const TimeTick &b) { return end - a.at == other.end - b.at && a.label == b.label; };
    return spanSec == other.spanSec && values == other.values && timeTitle == other.timeTitle && valueTitle == other.valueTitle
           && std::equal(times.begin(), times.end(), other.times.begin(), other.times.end(), sameTick);
}

} // namespace telltale::ui
