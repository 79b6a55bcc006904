// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telltale::evaluate {

/// How often two detectors called the same rows anomalous.
/// Missing: a ratio whose denominator is 0 is NaN.
struct Agreement {
    std::size_t both = 0;
    std::size_t onlyFirst = 0;
    std::size_t onlySecond = 0;
    std::size_t neither = 0;

    void add(bool first, bool second) { ++(first ? (second ? both : onlyFirst) : (second ? onlySecond : neither)); }

    [[nodiscard]] std::size_t count() const { return both + onlyFirst + onlySecond + neither; }
    [[nodiscard]] std::size_t matching() const { return both + neither; }
    [[nodiscard]] std::size_t first() const { return both + onlyFirst; }
    [[nodiscard]] std::size_t second() const { return both + onlySecond; }
    /// Of the rows that at least one called anomalous, the share that both did. Source: Jaccard 1901.
    [[nodiscard]] double jaccard() const { return static_cast<double>(both) / static_cast<double>(both + onlyFirst + onlySecond); }
    [[nodiscard]] double matchingShare() const { return static_cast<double>(matching()) / static_cast<double>(count()); }
    [[nodiscard]] double firstShare() const { return static_cast<double>(first()) / static_cast<double>(count()); }
    [[nodiscard]] double secondShare() const { return static_cast<double>(second()) / static_cast<double>(count()); }
};

} // namespace telltale::evaluate
