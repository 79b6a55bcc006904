// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telltale::evaluate {

/// How often what was said and what is true met: the four counts and the figures people quote from them.
/// Missing: a ratio whose denominator is 0 is NaN, never 0 or 1.   Cost: O(1).
class Confusion {
public:
    Confusion() = default;
    Confusion(std::size_t truePositives, std::size_t falsePositives, std::size_t falseNegatives, std::size_t trueNegatives);

    void add(bool said, bool truth);
    /// Pools the counts of another series: figures of several series are taken from the pooled counts, not averaged.
    Confusion &operator+=(const Confusion &other);
    friend bool operator==(const Confusion &, const Confusion &) = default;

    [[nodiscard]] std::size_t truePositives() const { return m_truePositives; }
    [[nodiscard]] std::size_t falsePositives() const { return m_falsePositives; }
    [[nodiscard]] std::size_t falseNegatives() const { return m_falseNegatives; }
    [[nodiscard]] std::size_t trueNegatives() const { return m_trueNegatives; }
    [[nodiscard]] std::size_t count() const { return m_truePositives + m_falsePositives + m_falseNegatives + m_trueNegatives; }

    [[nodiscard]] double accuracy() const;
    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    /// Harmonic mean of precision and recall. It says little without the two rates below: where half of the rows are anomalous, calling
    /// every row anomalous gives 0.67.
    [[nodiscard]] double f1() const;
    [[nodiscard]] double falseAlarmRate() const;  ///< share of the normal rows that were called anomalous
    [[nodiscard]] double missedAlarmRate() const; ///< share of the anomalous rows that were called normal

private:
    std::size_t m_truePositives = 0;
    std::size_t m_falsePositives = 0;
    std::size_t m_falseNegatives = 0;
    std::size_t m_trueNegatives = 0;
};

} // namespace telltale::evaluate
