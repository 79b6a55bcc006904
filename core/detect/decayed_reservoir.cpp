// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/decayed_reservoir.h"

#include "core/detect/target_clones.h"

#include <algorithm>
#include <limits>

namespace telltale::detect {

namespace {

/// The largest of positive numbers: their bits as integers have the same order, and only integers are compared many at a time.
TELLTALE_TARGET_CLONES
float largestOf(const float *values, std::size_t count)
{
    std::int32_t largest = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = __builtin_bit_cast(std::int32_t, values[i]);
        largest = bits > largest ? bits : largest;
    }
    return __builtin_bit_cast(float, largest);
}

} // namespace

DecayedReservoir::DecayedReservoir(std::size_t capacity) : m_capacity(capacity)
{
    m_weights.reserve(capacity);
    m_leaves.reserve(capacity);
}

void DecayedReservoir::find()
{
    const float largest = largestOf(m_weights.data(), m_weights.size());
    m_heaviest = static_cast<std::size_t>(std::find(m_weights.begin(), m_weights.end(), largest) - m_weights.begin());
}

void DecayedReservoir::add(float weight, std::uint16_t leaf)
{
    m_weights.push_back(weight);
    m_leaves.push_back(leaf);
    if (weight > heaviest())
        m_heaviest = m_weights.size() - 1;
}

void DecayedReservoir::replace(float weight, std::uint16_t leaf)
{
    m_weights[m_heaviest] = weight;
    m_leaves[m_heaviest] = leaf;
    find();
}

void DecayedReservoir::scale(float factor)
{
    for (float &weight : m_weights)
        weight = std::clamp(weight * factor, std::numeric_limits<float>::min(), std::numeric_limits<float>::max());
    if (!m_weights.empty())
        find();
}

} // namespace telltale::detect
