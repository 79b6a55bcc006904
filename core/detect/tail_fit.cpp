// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace telltale::detect {

namespace {

constexpr double kLn10 = std::numbers::ln10;

/// A logarithm that stays finite where both the score and the yardstick are 0.
double safeLog(double value)
{
    return std::log(std::max(value, std::numeric_limits<double>::min()));
}

} // namespace

void TailFit::fit(double begin, double far, double spread)
{
    m_offset = 0.05 * spread;
    m_begin = begin;
    if (m_setup.shape == Shape::Exponential)
        m_scale = std::max({(far - m_begin) / kLn10, 0.2 * m_offset, 1e-12});
    else
        m_scale = std::max((safeLog(far + m_offset) - safeLog(m_begin + m_offset)) / std::log((1.0 - m_setup.p) / (1.0 - kFar)), 0.2);
}

double TailFit::score(double raw) const
{
    if (!(raw > m_begin))
        return 0.0;
    if (m_setup.shape == Shape::Exponential)
        return std::min(kCap, 1.0 + (raw - m_begin) / (m_scale * kLn10));
    const double beyond = safeLog(raw + m_offset) - safeLog(m_begin + m_offset);
    return std::min(kCap, -std::log10(1.0 - m_setup.p) + beyond / (m_scale * kLn10));
}

double TailFit::rawAt(double s) const
{
    const bool exponential = m_setup.shape == Shape::Exponential;
    const double atBegin = exponential ? 1.0 : -std::log10(1.0 - m_setup.p);
    const double beyond = std::max(0.0, s - atBegin) * m_scale * kLn10;
    return exponential ? m_begin + beyond : (m_begin + m_offset) * std::exp(beyond) - m_offset;
}

} // namespace telltale::detect
