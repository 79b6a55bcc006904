// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace telltale::ui {

/// [from, to) in nanoseconds since 1970 UTC.
struct TimeInterval {
    std::int64_t from = 0;
    std::int64_t to = 0;

    [[nodiscard]] bool empty() const { return from >= to; }
    friend bool operator==(const TimeInterval &, const TimeInterval &) = default;
};

/// A set of instants as disjoint intervals, oldest first. Used for "this stretch of history has been asked for".
class TimeIntervals {
public:
    void add(TimeInterval interval);
    /// Forgets everything at and after `at`, or before it.
    void cutFrom(std::int64_t at);
    void cutBefore(std::int64_t at);
    void clear() { m_intervals.clear(); }

    /// The newest part of `wanted` that is not in the set.
    [[nodiscard]] std::optional<TimeInterval> newestMissing(TimeInterval wanted) const;
    [[nodiscard]] const std::vector<TimeInterval> &intervals() const { return m_intervals; }

private:
    std::vector<TimeInterval> m_intervals;
};

} // namespace telltale::ui
