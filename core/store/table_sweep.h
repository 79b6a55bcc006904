// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace telltale::store {

/// A table with whole numbers for keys, which is the first column of each statement. A table is read as it lies in the file (NOT INDEXED),
/// because an index may be what is damaged.
struct SweptTable {
    std::string_view name;
    const char *up;
    const char *down;
    const char *one; ///< ?1 the key
};

/// Hands every row of a damaged table that can still be read to `keep`: from both ends towards the damage, and then one by one across it.
/// A row may come twice. Returns how many are known to be unreadable; where nobody knows how long a stretch is, it counts as one.
/// Errors: those of `keep`, which end it. Cost: at most some seconds of probing.
[[nodiscard]] Result<std::int64_t> sweep(const Database &damaged, const SweptTable &table,
                                         const std::function<Result<void>(Statement &row)> &keep);

/// Under a table's name there may be a view, which may have no end.
[[nodiscard]] bool isTable(const Database &database, std::string_view name);

} // namespace telltale::store
