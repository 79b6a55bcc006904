// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope/column_grid.h"
#include "core/envelope/envelope.h"

#include <array>

namespace telltale::envelope {

/// Tells the processor, some chunks ahead, what a reduction is going to read of those that the edge of a column cuts. Over a long history
/// each cut is in a chunk that nobody has touched lately: without this a column waits for memory a dozen times, one after the other. Only a
/// hint: what it guesses wrongly costs time, never a wrong column. Thread: any. Cost: a comparison a chunk, some reads a cut.
class CutAhead {
public:
    /// The reduction begins with chunk `first`.
    CutAhead(const ColumnGrid &grid, std::span<const ChunkPtr> chunks, std::span<const Summary> summaries, std::size_t first);

    /// To be called before each chunk that is cut.
    void step();

private:
    struct Cut {
        const Chunk *chunk = nullptr;
        double share = 0.0; ///< of the chunk's time that lies before the edge
    };
    // So many cuts ahead, each long enough after the one before for that to have arrived: the chunk, its columns, its levels.
    static constexpr std::size_t kLength = 16;
    static constexpr std::size_t kColumnsAt = 10;
    static constexpr std::size_t kLevelsAt = 5;

    [[nodiscard]] Cut nextCut();
    [[nodiscard]] std::int64_t endOfColumnAt(std::int64_t t) const;

    ColumnGrid m_grid;
    std::int64_t m_to;
    std::span<const ChunkPtr> m_chunks;
    std::span<const Summary> m_summaries;
    std::size_t m_at;
    std::int64_t m_stop;               ///< where the column ends that the search is in
    std::array<Cut, kLength> m_line{}; ///< a ring
    std::size_t m_steps = 0;
};

} // namespace telltale::envelope
