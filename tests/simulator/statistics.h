// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace telltale::test {

/// Running mean and variance (Welford).
class Moments {
public:
    void add(double value)
    {
        const double before = value - m_mean;
        m_mean += before / ++m_count;
        m_squares += before * (value - m_mean);
    }
    [[nodiscard]] double count() const { return m_count; }
    [[nodiscard]] double mean() const { return m_mean; }
    [[nodiscard]] double variance() const { return m_squares / (m_count - 1); }
    [[nodiscard]] double sd() const { return std::sqrt(variance()); }

private:
    double m_count = 0.0;
    double m_mean = 0.0;
    double m_squares = 0.0;
};

[[nodiscard]] inline bool isWithin(double value, double wanted, double tolerance)
{
    return std::fabs(value - wanted) <= tolerance;
}

} // namespace telltale::test

/// Compares with a tolerance and says what was found. Every argument is evaluated once.
#define TELLTALE_NEAR(value, wanted, tolerance)                                                                                            \
    do {                                                                                                                                   \
        const double found_ = (value);                                                                                                     \
        const double wanted_ = (wanted);                                                                                                   \
        const double tolerance_ = (tolerance);                                                                                             \
        QVERIFY2(telltale::test::isWithin(found_, wanted_, tolerance_),                                                                    \
                 qPrintable(QStringLiteral(#value " = %1, expected %2 ± %3").arg(found_).arg(wanted_).arg(tolerance_)));                   \
    } while (false)
