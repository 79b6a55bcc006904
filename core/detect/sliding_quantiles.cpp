// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/sliding_quantiles.h"

#include "core/detect/quantile.h"
#include "core/detect/target_clones.h"

#include <algorithm>

namespace telltale::detect {

namespace {

/// Position of `stamp`, which must be there. Whole blocks are compared at once: std::find stops at every element and does not vectorise.
TELLTALE_TARGET_CLONES
std::size_t findStamp(const std::uint16_t *stamps, std::size_t count, std::uint16_t stamp)
{
    constexpr std::size_t kBlock = 64;
    std::size_t start = 0;
    for (; start + kBlock <= count; start += kBlock) {
        std::uint16_t hits = 0;
        for (std::size_t i = 0; i < kBlock; ++i)
            hits = static_cast<std::uint16_t>(hits | (stamps[start + i] == stamp ? 1 : 0));
        if (hits != 0)
            break;
    }
    while (start + 1 < count && stamps[start] != stamp)
        ++start;
    return start;
}

template <typename Value>
void moveWithin(std::vector<Value> &values, std::size_t from, std::size_t to)
{
    const auto at = [&](std::size_t i) { return values.begin() + static_cast<std::ptrdiff_t>(i); };
    if (from < to)
        std::move(at(from + 1), at(to + 1), at(from));
    else
        std::move_backward(at(to), at(from), at(from + 1));
}

} // namespace

template <typename T>
SlidingQuantiles<T>::SlidingQuantiles(std::size_t capacity) : m_capacity(capacity)
{
    m_sorted.reserve(capacity);
    m_stamps.reserve(capacity);
}

template <typename T>
void SlidingQuantiles<T>::add(T value)
{
    auto place = static_cast<std::size_t>(std::upper_bound(m_sorted.begin(), m_sorted.end(), value) - m_sorted.begin());
    std::size_t hole = m_sorted.size();
    if (hole == m_capacity) {
        hole = findStamp(m_stamps.data(), m_stamps.size(), static_cast<std::uint16_t>(m_next - m_capacity));
        place -= hole < place;
    } else {
        m_sorted.push_back(value);
        m_stamps.push_back(0);
    }
    moveWithin(m_sorted, hole, place);
    moveWithin(m_stamps, hole, place);
    m_sorted[place] = value;
    m_stamps[place] = m_next++;
}

template <typename T>
double SlidingQuantiles<T>::quantile(double p) const
{
    return quantileOf(std::span<const T>(m_sorted), p);
}

template <typename T>
double SlidingQuantiles<T>::shareBelow(T value) const
{
    if (m_sorted.empty())
        return 0.0;
    const auto below = std::lower_bound(m_sorted.begin(), m_sorted.end(), value) - m_sorted.begin();
    return static_cast<double>(below) / static_cast<double>(m_sorted.size());
}

template class SlidingQuantiles<float>;
template class SlidingQuantiles<double>;

} // namespace telltale::detect
