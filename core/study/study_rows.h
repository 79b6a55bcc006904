// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/detect/row_aligner.h"
#include "core/model/chunk.h"
#include "core/model/row_table.h"

#include <vector>

namespace telltale::study {

/// What was stored of one sensor. Shapes: chunks in any order, they may overlap.
struct StoredColumn {
    detect::ChannelSpec channel; ///< period 0 = the usual distance of its readings
    std::vector<ChunkPtr> chunks;
};

/// Rows as a detector of this sensor, or of these sensors together, would have been shown them.
/// Shapes: `quality` row-major as the table's values; `gapBefore` one per row; times strictly increase.
struct StudyRows {
    std::vector<detect::ChannelSpec> channels;
    RowTable table;
    std::vector<Quality> quality;
    std::vector<char> gapBefore; ///< 1 = readings are known to be missing before this row
    Duration period{0};          ///< usual distance of two rows; 0 = unknown

    [[nodiscard]] std::size_t rows() const { return table.rows(); }
};

/// Readings of some sensors, taken in piece by piece, in any order of the pieces. Memory: 40 bytes a reading.
class GatheredReadings {
public:
    /// A channel of period 0 gets the usual distance of its readings.
    explicit GatheredReadings(const std::vector<detect::ChannelSpec> &channels);

    /// The readings of [from, to) of one channel; chunks in any order, they may overlap and reach beyond. Pieces must not.
    void add(std::size_t channel, const std::vector<ChunkPtr> &chunks, UtcTime from, UtcTime to);
    [[nodiscard]] std::size_t size(std::size_t channel) const { return m_readings[channel].size(); }
    /// Of the channel that has most: about as many rows will there be.
    [[nodiscard]] std::size_t most() const;
    /// A channel that is left out of the rows; the others keep their order.
    void drop(std::size_t channel);
    /// As a detector of this sensor, or of these sensors together, would have been shown them. Leaves nothing behind. Cost: O(n log n).
    [[nodiscard]] StudyRows takeRows();

private:
    std::vector<detect::ChannelSpec> m_channels;
    std::vector<std::vector<detect::RowAligner::Reading>> m_readings;
};

/// The stored readings of [from, to): of one sensor each is a row, of several they are aligned as the engine aligns them.
/// Late readings and those with a time already seen are left out. Cost: O(n log n).
[[nodiscard]] StudyRows alignRows(const std::vector<StoredColumn> &columns, UtcTime from, UtcTime to);

} // namespace telltale::study
