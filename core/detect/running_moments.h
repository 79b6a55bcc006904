// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace telltale::detect {

/// Mean and variance of all values so far (Welford's update: no cancellation when the mean is large against the spread).
class RunningMoments {
public:
    void add(double value)
    {
        ++m_count;
        const double before = value - m_mean;
        m_mean += before / static_cast<double>(m_count);
        m_squares += before * (value - m_mean);
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] double mean() const { return m_mean; }
    /// Of the values as a whole population; 0 before the first.
    [[nodiscard]] double variance() const { return m_count > 0 ? m_squares / static_cast<double>(m_count) : 0.0; }
    /// Of the values as a sample; 0 before the second.
    [[nodiscard]] double sampleVariance() const { return m_count > 1 ? m_squares / static_cast<double>(m_count - 1) : 0.0; }

private:
    std::size_t m_count = 0;
    double m_mean = 0.0;
    double m_squares = 0.0;
};

} // namespace telltale::detect
