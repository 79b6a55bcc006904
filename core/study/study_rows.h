// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
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

/// The stored readings of [from, to): of one sensor each is a row, of several they are aligned as the engine aligns them.
/// Late readings and those with a time already seen are left out. Cost: O(n log n).
[[nodiscard]] StudyRows alignRows(const std::vector<StoredColumn> &columns, UtcTime from, UtcTime to);

} // namespace telltale::study
