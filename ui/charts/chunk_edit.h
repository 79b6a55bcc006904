// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"
#include "ui/charts/time_intervals.h"

#include <vector>

namespace telltale::ui {

/// The samples of `chunk` inside `interval` as a sealed chunk of their own (the same one when nothing is cut); null when there are none.
[[nodiscard]] ChunkPtr cutChunk(const ChunkPtr &chunk, TimeInterval interval);

/// Chunks in order of time, none reaching into the next. The store keeps samples that came late as chunks of their own, which lie across
/// others: those are merged and dealt out anew. Cost: chunks that lie apart are only passed on.
[[nodiscard]] std::vector<ChunkPtr> untangled(std::vector<ChunkPtr> chunks);

} // namespace telltale::ui
