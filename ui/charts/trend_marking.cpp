// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_marking.h"

#include "ui/charts/time_text.h"

#include <algorithm>

namespace telltale::ui {

std::optional<TrendMarking::Range> TrendMarking::range() const
{
    if (!m_anchor || !m_cursor || *m_anchor == *m_cursor)
        return std::nullopt;
    return Range{std::min(*m_anchor, *m_cursor), std::max(*m_anchor, *m_cursor)};
}

void TrendMarking::moveTo(UtcTime time)
{
    m_anchor.reset();
    m_cursor = time;
}

void TrendMarking::extendTo(UtcTime time)
{
    if (!m_anchor)
        m_anchor = m_cursor;
    m_cursor = time;
}

void TrendMarking::mark(UtcTime from, UtcTime to)
{
    m_anchor = from;
    m_cursor = to;
}

bool TrendMarking::drop()
{
    if (range()) {
        m_anchor.reset();
        return true;
    }
    const bool pointed = m_cursor.has_value();
    *this = TrendMarking();
    return pointed;
}

QString markedText(const TrendMarking::Range &range)
{
    constexpr Duration kShort = std::chrono::seconds{10}; // whole seconds would not tell its ends apart
    const int digits = range.to - range.from < kShort ? 3 : 0;
    const QString firstDate = dateText(range.from);
    const QString lastDate = dateText(range.to);
    const bool oneDay = firstDate == lastDate;
    const QString from = (oneDay ? QString() : firstDate + QLatin1Char(' ')) + clockText(range.from, digits);
    const QString to = (oneDay ? QString() : lastDate + QLatin1Char(' ')) + clockText(range.to, digits);
    return QStringLiteral("%1 \u2013 %2 %3 \u00b7 %4").arg(from, to, zoneText(range.to), spanText(range.to - range.from));
}

} // namespace telltale::ui
