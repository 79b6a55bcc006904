// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/row_table.h"

#include <cstdint>

namespace telltale::app {

/// Which rows to learn from.
struct TrainSplit {
    double share = 1.0;
    bool ordered = false; ///< the first rows, not a random choice
    std::uint64_t seed = 0;
};

struct SplitTable {
    RowTable learned;
    RowTable heldBack;
    std::size_t late = 0; ///< rows left out because their time does not follow
};

/// Shapes: both parts keep the order of the file; `share` of the rows, rounded down but at least one, is learned from.
/// `inTimeOrder`: rows whose time does not follow are left out of both. Deterministic: the same seed chooses the same rows everywhere.
[[nodiscard]] SplitTable splitTable(const RowTable &table, const TrainSplit &split, bool inTimeOrder);

} // namespace telltale::app
