// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <span>
#include <vector>

namespace telltale::report {

/// The same samples in full chunks, with levels: how a report holds them, however they happened to be stored.
/// Shapes: in the order given; a chunk is full unless it is the last one or time goes back after it; nothing for no samples.
[[nodiscard]] std::vector<ChunkPtr> packed(std::span<const ChunkPtr> chunks);

/// Levels where they are worth it.
void addLevels(Chunk &chunk);

} // namespace telltale::report
