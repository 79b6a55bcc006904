// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/shingle_distance.h"
#include "core/model/score.h"

#include <memory>
#include <span>
#include <vector>

namespace telltale::detect {

/// Which shingles to look for: of one width, with or without the time of day.
struct ShingleQuestion {
    std::size_t width = 0;
    double dayWeight = 0.0;         ///< see ShingleSearch
    std::span<Neighbour> nearest{}; ///< filled; Neighbour::index is a handle for `newestOf`
};

/// The last rows of one sensor, and with them every shingle (some consecutive values) that they hold. Shingles overlap, so the
/// values are stored once, whatever widths are asked for; a library of 4000 shingles takes 50 kB.
/// A shingle of width w becomes a possible neighbour 2·w rows after its newest value: a fault must not explain itself.
class ShingleLibrary {
public:
    ShingleLibrary(std::size_t widest, std::size_t shingles);

    /// `dayAngle` in radians, 0 at midnight.
    void push(double value, double dayAngle);
    /// Rows pushed so far.
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    /// How many shingles of this width the newest row can be compared with.
    [[nodiscard]] std::size_t candidates(std::size_t width) const;

    /// Compares the newest shingles with all candidates, in one pass. Shapes: 1 to kMostQuestions, in ascending order of width.
    void answer(std::span<const ShingleQuestion> questions) const;
    /// The newest value of a neighbour, until the next push.
    [[nodiscard]] double newestOf(const Neighbour &neighbour) const { return m_values[neighbour.index]; }
    /// The newest stretch of that width beside the neighbour's, until the next push.
    [[nodiscard]] std::shared_ptr<const Precedent> compare(const Neighbour &neighbour, std::size_t width) const;
    [[nodiscard]] std::size_t bytes() const { return m_capacity * (sizeof(double) + 2 * sizeof(std::int16_t)); }

    static constexpr std::size_t kMostQuestions = 8;

private:
    std::size_t m_shingles;
    std::size_t m_kept;     ///< rows that must be there
    std::size_t m_capacity; ///< some more, so that the kept rows are moved to the front only now and then
    std::size_t m_rows = 0;
    // The first widest − 1 entries are none of the sensor's until they have left: see ShingleRun.
    std::vector<double> m_values;
    std::vector<std::int16_t> m_cosines;
    std::vector<std::int16_t> m_sines;
};

} // namespace telltale::detect
