// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_library.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kSlack = 256;

template <typename Value>
void keepLast(std::vector<Value> &values, std::size_t count)
{
    values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(count));
}

std::int16_t onCircle(double coordinate)
{
    return static_cast<std::int16_t>(std::lround(coordinate * 32767.0));
}

} // namespace

ShingleLibrary::ShingleLibrary(std::size_t width, std::size_t shingles)
    : m_width(width)
    , m_shingles(shingles)
    , m_kept(shingles + 3 * width)
    , m_capacity(m_kept + kSlack)
{
    m_values.reserve(m_capacity);
    m_cosines.reserve(m_capacity);
    m_sines.reserve(m_capacity);
}

void ShingleLibrary::push(double value, double dayAngle)
{
    if (m_values.size() == m_capacity) {
        keepLast(m_values, m_kept);
        keepLast(m_cosines, m_kept);
        keepLast(m_sines, m_kept);
    }
    m_values.push_back(value);
    m_cosines.push_back(onCircle(std::cos(dayAngle)));
    m_sines.push_back(onCircle(std::sin(dayAngle)));
    ++m_rows;
}

std::size_t ShingleLibrary::candidates() const
{
    // The oldest shingle ends at row width−1, the youngest candidate 2·width rows before the newest row.
    const std::size_t needed = 3 * m_width - 1;
    return m_rows > needed ? std::min(m_rows - needed, m_shingles) : 0;
}

void ShingleLibrary::nearest(double dayWeight, std::span<Neighbour> found) const
{
    const std::size_t first = firstCandidate();
    const std::size_t last = m_values.size() - 1;
    const ShingleRun run{m_values.data() + first, m_cosines.data() + first, m_sines.data() + first, candidates()};
    findNearest(run, {m_values.data() + last, m_width, {m_cosines[last], m_sines[last]}, dayWeight}, found);
}

} // namespace telltale::detect
