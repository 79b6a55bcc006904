// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <vector>

namespace telltale::store {

/// The samples of one sensor as chunks in time order that do not overlap, as the envelope wants them. Chunks that already are come back as
/// they are; where a simulated clock passed the same time twice, or rows came late, the chunks concerned are merged and cut anew, samples
/// of equal time in the order in which they were stored. Chunks of 64 samples and more get their `levels`.
[[nodiscard]] std::vector<ChunkPtr> inTimeOrder(std::vector<Chunk> chunks);

} // namespace telltale::store
