// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/value_axis_range.h"

namespace telltale::ui {

namespace {

constexpr double kLeastUse = 0.4;
constexpr double kMargin = 0.04; ///< of what is shown, above and below

bool holds(const ValueTicks &ticks, const ValueExtent &extent)
{
    return extent.low >= ticks.low && extent.high <= ticks.high;
}

} // namespace

const ValueTicks &ValueAxisRange::fit(const std::optional<ValueExtent> &extent, const ValueExtent &fallback, int wantedTicks)
{
    const bool known = m_fitted && wantedTicks == m_wanted;
    if (known && !extent)
        return m_ticks;
    const ValueExtent shown = extent.value_or(fallback);
    const double margin = extent ? kMargin * (shown.high - shown.low) : 0.0;
    const ValueTicks fresh = valueTicks(shown.low - margin, shown.high + margin, wantedTicks);
    // Compared with a fresh axis instead of the readings themselves: a flat line uses nothing of any axis.
    const bool littleGained = fresh.high - fresh.low > kLeastUse * (m_ticks.high - m_ticks.low);
    if (!known || !holds(m_ticks, shown) || !littleGained)
        m_ticks = fresh;
    m_wanted = wantedTicks;
    m_fitted = extent.has_value();
    return m_ticks;
}

} // namespace telltale::ui
