// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"

#include <string_view>

namespace telltale::wire {

// Packed payload, little-endian, no padding:
//   offset 0   char[4] "TLT1"     4  u16 version = 1    6  u16 flags = 0    8  u32 count    12  u32 reserved = 0
//          16  u64 epoch          24 u64 seq
//   then `count` times
//   offset 0   u32 sensor index   4  u32 quality (0 good, 1 uncertain, 2 bad)   8  i64 t in ns since 1970   16  f64 value

/// Reads what follows the asset path. Unknown versions and flags are refused (they may change the meaning), `reserved` is ignored.
[[nodiscard]] Decoded decodePacked(std::string_view asset, std::string_view payload);

} // namespace telltale::wire
