// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/chunk.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace telltale::store {

/// A chunk as the bytes of one database cell.
///
///     offset  0   "TLC"            magic
///             3   u8               codec version, 1
///             4   u32 LE           length of the columns before compression
///             8   16 bytes         BLAKE2b-128 over bytes 0-7 and everything after byte 23
///            24   zstd frame of    u16 LE n, then six columns of n entries each, one after the other:
///                                  time | value | score | lower | upper | flags     (column_codec.h draws the columns)
///
/// Shapes: up to Chunk::kCapacity samples, all columns of one length; zero samples are allowed. Sensor and levels are not stored.
/// Missing: NaN stays NaN. Everything else is bit-exact. Errors: InvalidArgument for a chunk of the wrong shape. Thread: any.
/// Cost: measured on real series, see tests; some 50 ns a sample to encode.
[[nodiscard]] Result<std::vector<std::byte>> encodeChunk(const Chunk &chunk);

/// Total: any bytes give a chunk or Corrupt (Unsupported for a codec version of the future), and never more than a chunk's memory.
[[nodiscard]] Result<Chunk> decodeChunk(std::span<const std::byte> bytes);

inline constexpr std::uint8_t kChunkCodec = 1;

} // namespace telltale::store
