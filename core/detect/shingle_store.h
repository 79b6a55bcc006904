// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telltale::detect {

/// The points of a random cut forest, each stored once for all trees: a point is the last `shingle` rows, so neighbours in time share
/// all but one row.
/// Shapes: a row has one value per channel; a point has `shingle` × `channels` values, oldest row first. A point is named by the row it
/// begins with; names change when the store is packed.
/// Missing: none, rows are finite.   Cost: a row costs 4 bytes a channel and 2; it is kept while a point that covers it is in use.
class ShingleStore {
public:
    using Name = std::uint32_t;
    /// Values behind the last one that may be read, so that a point may be read in whole lanes.
    static constexpr std::size_t kSlack = 8;

    ShingleStore(std::size_t shingle, std::size_t channels);

    /// No room for another row: pack first.
    [[nodiscard]] bool isFull() const { return m_count == m_capacity; }
    /// Forgets rows that nobody uses and makes room. Gives the new name of every old one.
    [[nodiscard]] std::vector<Name> pack();
    void push(std::span<const float> row);

    /// Whether enough rows have come for a first point.
    [[nodiscard]] bool hasPoint() const { return m_count >= m_shingle; }
    /// The point that ends with the newest row.
    [[nodiscard]] Name newest() const { return static_cast<Name>(m_count - m_shingle); }
    [[nodiscard]] const float *values(Name name) const { return m_values.data() + name * m_channels; }
    [[nodiscard]] std::size_t dimensions() const { return m_shingle * m_channels; }

    /// 1 for every dimension of a point, 0 behind them, in whole lanes.
    [[nodiscard]] const float *mask() const { return m_mask.data(); }

    void retain(Name name) { ++m_uses[name]; }
    void release(Name name) { --m_uses[name]; }
    /// How often a point is in use, and how many rows are kept.
    [[nodiscard]] std::size_t uses(Name name) const { return m_uses[name]; }
    [[nodiscard]] std::size_t rows() const { return m_count; }

    [[nodiscard]] std::size_t bytes() const { return m_values.capacity() * sizeof(float) + m_uses.capacity() * sizeof(std::uint16_t); }

private:
    void reserve(std::size_t rows);

    std::size_t m_shingle;
    std::size_t m_channels;
    std::size_t m_count = 0;
    std::size_t m_capacity = 0;
    std::vector<float> m_mask;
    std::vector<float> m_values;       ///< capacity rows and the slack
    std::vector<std::uint16_t> m_uses; ///< by the first row of the point
};

} // namespace telltale::detect
