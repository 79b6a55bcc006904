// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/column_codec.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace telltale::store {

/// What a packed cell of the database says it is.
struct CellKind {
    std::string_view magic; ///< three letters
    std::uint8_t version;
    std::size_t mostBytes; ///< of the columns; more than this cannot be right
};

/// Columns of numbers as the bytes of one database cell.
///
///     offset  0   3 bytes      magic
///             3   u8           version
///             4   u32 LE       length of the columns before compression
///             8   16 bytes     BLAKE2b-128 over bytes 0-7 and everything after byte 23
///            24   zstd frame   the columns
///
/// Errors: Full when there is no memory to compress. Thread: any. Cost: some 10 ns a sample.
[[nodiscard]] Result<Bytes> packCell(const CellKind &kind, std::span<const std::byte> columns);

/// Version of a cell with this magic; 0 when it is none.
[[nodiscard]] std::uint8_t cellVersion(std::string_view magic, std::span<const std::byte> cell);

/// Total: any bytes give the columns or Corrupt (Unsupported for another version), and never more than `mostBytes`.
[[nodiscard]] Result<Bytes> unpackCell(const CellKind &kind, std::span<const std::byte> cell);

} // namespace telltale::store
