// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_range.h"

#include <algorithm>

namespace telltale::ui {

void TrendRange::follow(UtcTime now)
{
    m_now = now;
    if (m_live)
        m_end = now;
}

void TrendRange::goLive()
{
    m_live = true;
    m_end = m_now;
}

void TrendRange::setSpan(Duration span)
{
    const bool endedByNow = m_end <= m_now;
    const UtcTime middle = centre();
    m_span = clamped(span);
    if (m_live)
        return;
    m_end = middle + m_span / 2;
    if (endedByNow)
        m_end = std::min(m_end, m_now);
}

void TrendRange::zoomAround(double share, double factor)
{
    const UtcTime fixed = begin() + fromSeconds(toSeconds(m_span) * share);
    m_live = m_live && share >= 1.0;
    m_span = clamped(fromSeconds(toSeconds(m_span) * factor));
    if (!m_live)
        m_end = fixed + fromSeconds(toSeconds(m_span) * (1.0 - share));
    keepOutOfTheFuture();
}

void TrendRange::panBy(double shareOfSpan)
{
    m_live = false;
    m_end += fromSeconds(toSeconds(m_span) * shareOfSpan);
    keepOutOfTheFuture();
}

void TrendRange::showAround(UtcTime centre, Duration half)
{
    m_live = false;
    m_span = clamped(2 * half);
    m_end = centre + m_span / 2;
}

void TrendRange::setSmallestSpan(Duration span)
{
    m_smallest = std::clamp<Duration>(span, std::chrono::microseconds{1}, kLargestSpan);
    m_span = clamped(m_span);
}

Duration TrendRange::clamped(Duration span) const
{
    return std::clamp(span, m_smallest, kLargestSpan);
}

void TrendRange::keepOutOfTheFuture()
{
    if (!m_live)
        m_end = std::min(m_end, m_now + m_span / 2);
}

} // namespace telltale::ui
