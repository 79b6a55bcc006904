// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/chunk.h"

#include <string>
#include <vector>

namespace telltale::bench {

/// Whole chunks of every numeric column of CSV files whose first column is the time; columns of truth are left out. Files that cannot be
/// read are named on stderr.
[[nodiscard]] std::vector<Chunk> realChunks(const std::vector<std::string> &files);

} // namespace telltale::bench
