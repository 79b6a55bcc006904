// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/yardstick.h"

#include <cmath>

namespace telltale::detect {

void Yardstick::add(double value)
{
    constexpr std::size_t kEveryRowUntil = 200;
    constexpr std::size_t kThen = 16;
    m_lowest = std::fmin(m_lowest, value);
    m_highest = std::fmax(m_highest, value);
    if (m_row < kEveryRowUntil || m_row % kThen == 0)
        m_kept.add(value);
    ++m_row;
}

double Yardstick::spread() const
{
    if (m_kept.size() == 0)
        return 0.0;
    const double range = m_kept.quantile(0.99) - m_kept.quantile(0.01);
    return range > 0.0 ? range : 0.1 * (m_highest - m_lowest);
}

} // namespace telltale::detect
