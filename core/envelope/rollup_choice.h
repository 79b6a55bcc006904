// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollup_cell.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace telltale::envelope {

/// Where a cell has fewer samples than this, the samples are as quickly read.
inline constexpr std::int64_t kWorthCell = 8;

/// The coarsest level at which a picture of `columns` pixels over `span` nanoseconds still has two cells a pixel, so that nothing is drawn
/// more than half a pixel from where it was; nothing where the samples themselves are to be read. `period`: nanoseconds between samples, 0
/// where that is not known.
[[nodiscard]] constexpr std::optional<RollupLevel> levelFor(std::int64_t span, std::size_t columns, std::int64_t period)
{
    for (std::size_t i = kRollupLevels.size(); i-- > 0;) {
        const std::int64_t cell = cellLength(kRollupLevels[i]);
        if (static_cast<std::uint64_t>(span / cell) >= 2 * columns && period <= cell / kWorthCell)
            return kRollupLevels[i];
    }
    return std::nullopt;
}

} // namespace telltale::envelope
