// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_likelihood.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace telltale::detect {

namespace {

constexpr double kFar = 0.99; ///< where the tail is measured against its beginning
constexpr double kLn10 = std::numbers::ln10;

/// A logarithm that stays finite where both the score and the yardstick are 0.
double safeLog(double value)
{
    return std::log(std::max(value, std::numeric_limits<double>::min()));
}

} // namespace

TailLikelihood::TailLikelihood(const Setup &setup) : m_setup(setup), m_history(setup.history, setup.p, kFar) {}

double TailLikelihood::judge(double raw, double spread)
{
    // Rounded as the history is, so that a score that was seen before is not larger than itself.
    const double kept = TailHistory::rounded(raw);
    m_fitted = static_cast<double>(m_row) >= std::max(6.0, m_setup.warmUp / 4.0);
    double s = 0.0;
    if (m_fitted) {
        fitTail(spread);
        s = tailScore(kept);
    }
    m_history.add(kept);
    ++m_row;
    return s;
}

void TailLikelihood::fitTail(double spread)
{
    m_offset = 0.05 * spread;
    m_begin = m_history.low();
    const double far = m_history.high();
    if (m_setup.fit == Fit::Exponential)
        m_scale = std::max({(far - m_begin) / kLn10, 0.2 * m_offset, 1e-12});
    else
        m_scale = std::max((safeLog(far + m_offset) - safeLog(m_begin + m_offset)) / std::log((1.0 - m_setup.p) / (1.0 - kFar)), 0.2);
}

double TailLikelihood::tailScore(double raw) const
{
    if (!(raw > m_begin))
        return 0.0;
    if (m_setup.fit == Fit::Exponential)
        return std::min(kCap, 1.0 + (raw - m_begin) / (m_scale * kLn10));
    const double beyond = safeLog(raw + m_offset) - safeLog(m_begin + m_offset);
    return std::min(kCap, -std::log10(1.0 - m_setup.p) + beyond / (m_scale * kLn10));
}

double TailLikelihood::rawAt(double s) const
{
    if (!m_fitted)
        return kMissing;
    const bool exponential = m_setup.fit == Fit::Exponential;
    const double atBegin = exponential ? 1.0 : -std::log10(1.0 - m_setup.p);
    const double beyond = std::max(0.0, s - atBegin) * m_scale * kLn10;
    return exponential ? m_begin + beyond : (m_begin + m_offset) * std::exp(beyond) - m_offset;
}

} // namespace telltale::detect
