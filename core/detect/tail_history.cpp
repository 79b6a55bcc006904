// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/tail_history.h"

#include "core/detect/target_clones.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>

namespace telltale::detect {

namespace {

using Codes = std::span<const std::uint16_t>;

/// The smallest code above `code`; 0xFFFF when there is none.
TELLTALE_TARGET_CLONES
std::uint16_t nextAbove(Codes codes, std::uint16_t code)
{
    std::uint16_t next = 0xFFFF;
    for (const std::uint16_t other : codes)
        next = std::min(next, other > code ? other : std::uint16_t{0xFFFF});
    return next;
}

/// The largest code below `code`, which must not be the smallest.
TELLTALE_TARGET_CLONES
std::uint16_t nextBelow(Codes codes, std::uint16_t code)
{
    std::uint16_t next = 0;
    for (const std::uint16_t other : codes)
        next = std::max(next, other < code ? other : std::uint16_t{0});
    return next;
}

TELLTALE_TARGET_CLONES
std::size_t countOf(Codes codes, std::uint16_t code)
{
    std::uint16_t count = 0; // at most 65535 are kept
    for (const std::uint16_t other : codes)
        count = static_cast<std::uint16_t>(count + (other == code ? 1 : 0));
    return count;
}

} // namespace

TailHistory::TailHistory(std::size_t capacity, const std::vector<double> &quantiles) : m_capacity(capacity), m_marks(quantiles.size())
{
    m_codes.reserve(capacity);
    for (std::size_t i = 0; i < quantiles.size(); ++i)
        m_marks[i].p = quantiles[i];
}

TailHistory::Code TailHistory::codeOf(double value)
{
    constexpr std::uint32_t kLargest = 0x7F7F; // of a finite float
    const auto number = static_cast<float>(std::min(value, static_cast<double>(std::numeric_limits<float>::max())));
    return static_cast<Code>(std::min((std::bit_cast<std::uint32_t>(number) + 0x8000U) >> 16U, kLargest));
}

double TailHistory::valueAt(Code code)
{
    return std::bit_cast<float>(std::uint32_t{code} << 16U);
}

double TailHistory::rounded(double value)
{
    return valueAt(codeOf(value));
}

void TailHistory::add(double value)
{
    const Code code = codeOf(value);
    if (m_codes.size() < m_capacity) {
        m_codes.push_back(code);
    } else {
        for (Mark &mark : m_marks)
            left(mark, m_codes[m_oldest]);
        m_codes[m_oldest] = code;
        m_oldest = (m_oldest + 1) % m_capacity;
    }
    for (Mark &mark : m_marks) {
        came(mark, code);
        settle(mark);
    }
}

void TailHistory::came(Mark &mark, Code code) const
{
    if (m_codes.size() == 1)
        mark.code = code;
    mark.above += code > mark.code ? 1 : 0;
    mark.equal += code == mark.code ? 1 : 0;
    if (code > mark.code)
        mark.next = std::min(mark.next, code);
}

void TailHistory::left(Mark &mark, Code code) const
{
    mark.above -= code > mark.code ? 1 : 0;
    mark.equal -= code == mark.code ? 1 : 0;
    mark.stale = mark.stale || code == mark.next;
}

/// How many come after the lower rank of the quantile.
std::size_t TailHistory::after(const Mark &mark) const
{
    const std::size_t last = m_codes.size() - 1;
    return last - static_cast<std::size_t>(mark.p * static_cast<double>(last));
}

void TailHistory::settle(Mark &mark) const
{
    const std::size_t wanted = after(mark);
    while (wanted < mark.above) {
        mark.code = nextAbove(m_codes, mark.code);
        mark.equal = countOf(m_codes, mark.code);
        mark.above -= mark.equal;
        mark.stale = true;
    }
    while (wanted >= mark.above + mark.equal) {
        if (mark.equal > 0) {
            mark.above += mark.equal;
            mark.next = mark.code;
            mark.stale = false;
        }
        mark.code = nextBelow(m_codes, mark.code);
        mark.equal = countOf(m_codes, mark.code);
    }
}

double TailHistory::valueOf(Mark &mark) const
{
    const double below = valueAt(mark.code);
    if (after(mark) > mark.above || after(mark) == 0)
        return below; // the upper rank has the same value
    if (mark.stale) {
        mark.next = nextAbove(m_codes, mark.code);
        mark.stale = false;
    }
    const double rank = mark.p * static_cast<double>(m_codes.size() - 1);
    return below + (valueAt(mark.next) - below) * (rank - std::floor(rank));
}

} // namespace telltale::detect
