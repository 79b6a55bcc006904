// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/shingle_distance.h"

#include <span>
#include <vector>

namespace telltale::detect {

/// The last rows of one sensor, and with them every shingle (`width` consecutive values) that they hold. Shingles overlap, so the
/// values are stored once; a library of 4000 shingles of width 10 takes 50 kB.
/// A shingle becomes a possible neighbour 2·width rows after its newest value: a fault must not explain itself.
class ShingleLibrary {
public:
    ShingleLibrary(std::size_t width, std::size_t shingles);

    /// `dayAngle` in radians, 0 at midnight.
    void push(double value, double dayAngle);
    /// Rows pushed so far.
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    /// How many shingles the newest row can be compared with.
    [[nodiscard]] std::size_t candidates() const;

    /// Compares the newest shingle with all candidates. Needs at least one. Neighbour::index is a handle for `newestOf`.
    void nearest(double dayWeight, std::span<Neighbour> found) const;
    /// The newest value of a neighbour, until the next push.
    [[nodiscard]] double newestOf(const Neighbour &neighbour) const { return m_values[firstCandidate() + neighbour.index]; }
    [[nodiscard]] std::size_t bytes() const { return m_capacity * (sizeof(double) + 2 * sizeof(std::int16_t)); }

private:
    /// Where the newest value of the oldest candidate is.
    [[nodiscard]] std::size_t firstCandidate() const { return m_values.size() - 2 * m_width - candidates(); }

    std::size_t m_width;
    std::size_t m_shingles;
    std::size_t m_kept;     ///< rows that must be there
    std::size_t m_capacity; ///< some more, so that the kept rows are moved to the front only now and then
    std::size_t m_rows = 0;
    std::vector<double> m_values;
    std::vector<std::int16_t> m_cosines;
    std::vector<std::int16_t> m_sines;
};

} // namespace telltale::detect
