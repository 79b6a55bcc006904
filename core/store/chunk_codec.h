// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/chunk.h"
#include "core/store/column_codec.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace telltale::store {

/// A chunk as the bytes of two database cells: what the sensor said, which is kept for decades, and what the detector made of it (score and
/// band), which may be given up earlier. `trace` is empty when all of that is missing.
struct EncodedChunk {
    Bytes samples;
    Bytes trace;
};

///     samples   "TLC" 2 (packed_cell.h draws the frame):  u16 LE n | times | values | flags, one byte each
///     trace     "TLD" 1:                                  u16 LE n | score | lower | upper
///     of old    "TLC" 1, in one cell:                     u16 LE n | times | values | score | lower | upper | flags
///
/// column_codec.h draws the columns.
/// Shapes: up to Chunk::kCapacity samples, all columns of one length; zero samples are allowed. Sensor and levels are not stored.
/// Missing: NaN stays NaN. Everything else is bit-exact. Errors: InvalidArgument for a chunk of the wrong shape. Thread: any.
/// Cost: about 35 ns a sample without trace; bytes and speed on real series are printed by bench_history.
[[nodiscard]] Result<EncodedChunk> encodeChunk(const Chunk &chunk);

/// Total: any bytes give a chunk or Corrupt (Unsupported for a codec version of the future), and never more than a chunk's memory. Without
/// a trace score and band are NaN. Cost: about 10 ns a sample without trace.
[[nodiscard]] Result<Chunk> decodeChunk(std::span<const std::byte> samples, std::span<const std::byte> trace = {});

inline constexpr std::uint8_t kChunkCodec = 2;

} // namespace telltale::store
