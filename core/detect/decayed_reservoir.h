// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telltale::detect {

/// The sample of one tree: the `capacity` points of least weight. With weights E · exp(−decay · row), E exponentially distributed, a
/// point's chance of being in the sample falls by exp(−decay) with every row that passes.
/// Shapes: a point is named by the leaf it is in; equal points share one. Weights are positive.
/// Cost: 6 bytes a point; a change looks through all weights, which is quicker than a heap at these sizes.
/// Source: Efraimidis, Spirakis 2006, as used by AWS's random cut forest.
class DecayedReservoir {
public:
    explicit DecayedReservoir(std::size_t capacity);

    [[nodiscard]] bool isFull() const { return m_weights.size() == m_capacity; }
    /// Weight of the point that goes next.
    [[nodiscard]] float heaviest() const { return m_weights[m_heaviest]; }
    [[nodiscard]] std::uint16_t heaviestLeaf() const { return m_leaves[m_heaviest]; }
    void add(float weight, std::uint16_t leaf);
    /// In place of the heaviest.
    void replace(float weight, std::uint16_t leaf);
    /// Multiplies all weights, so that they stay within the range of a float.
    void scale(float factor);

    [[nodiscard]] std::span<const std::uint16_t> leaves() const { return m_leaves; }
    [[nodiscard]] std::size_t bytes() const { return m_weights.capacity() * sizeof(float) + m_leaves.capacity() * sizeof(std::uint16_t); }

private:
    void find();

    std::size_t m_capacity;
    std::vector<float> m_weights;
    std::vector<std::uint16_t> m_leaves;
    std::size_t m_heaviest = 0;
};

} // namespace telltale::detect
