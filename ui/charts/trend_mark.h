// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/alarm_event.h"

#include <QString>
#include <cstdint>

namespace telltale::ui {

/// Something that happened at one instant of a trend, or over a range of it: drawn as a symbol at the top of the plot, a range with a
/// bracket below it, explained in its tooltip.
struct TrendMark {
    enum class Kind : std::uint8_t { FirstViolation, Raise, Clear, Acknowledge, Note, RangeNote, Held };
    static constexpr UtcTime kGoesOn{Duration::max()};
    Kind kind = Kind::Raise;
    UtcTime at = kNoTime;
    Priority priority = Priority::P2;
    OccurrenceId occurrence = 0;
    QString text;
    UtcTime until = kNoTime; ///< end of a range; kNoTime = an instant, kGoesOn = not over

    friend bool operator==(const TrendMark &, const TrendMark &) = default;
};

} // namespace telltale::ui
