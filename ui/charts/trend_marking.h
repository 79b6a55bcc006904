// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>
#include <optional>

namespace telltale::ui {

/// What an operator points at in a trend: an instant, and from there perhaps a range of time. Pure values, no clock.
class TrendMarking {
public:
    /// `from` before `to`.
    struct Range {
        UtcTime from{};
        UtcTime to{};

        friend bool operator==(const Range &, const Range &) = default;
    };

    [[nodiscard]] std::optional<UtcTime> cursor() const { return m_cursor; }
    /// Nothing while both ends are the same instant.
    [[nodiscard]] std::optional<Range> range() const;

    /// Drops the range.
    void moveTo(UtcTime time);
    /// Moves the end of the range that begins where the cursor was; without a cursor it only puts it there.
    void extendTo(UtcTime time);
    void mark(UtcTime from, UtcTime to);
    /// The range first, then the cursor; false when there was neither.
    bool drop();

    friend bool operator==(const TrendMarking &, const TrendMarking &) = default;

private:
    std::optional<UtcTime> m_anchor; ///< the other end of the range
    std::optional<UtcTime> m_cursor;
};

/// "12:30:05 – 12:31:10 UTC · 1 min 5 s"; with the dates where they differ.
[[nodiscard]] QString markedText(const TrendMarking::Range &range);

} // namespace telltale::ui
