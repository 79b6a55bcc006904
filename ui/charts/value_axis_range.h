// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"
#include "ui/charts/trend_section.h"

#include <optional>

namespace telltale::ui {

/// Chooses the value axis of a trend. Live it holds still: it widens as soon as something would be cut off and narrows only when less than
/// 40 % of it is used, so that the picture does not breathe with every reading. After `reset` it fits anew.
class ValueAxisRange {
public:
    void reset() { m_fitted = false; }
    /// `extent`: what is to be seen; without one the last axis stays (`fallback` before the first).
    const ValueTicks &fit(const std::optional<ValueExtent> &extent, const ValueExtent &fallback, int wantedTicks);
    [[nodiscard]] const ValueTicks &ticks() const { return m_ticks; }

private:
    ValueTicks m_ticks;
    int m_wanted = 0;
    bool m_fitted = false;
};

} // namespace telltale::ui
