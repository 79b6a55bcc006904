// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <string>

namespace telltale::store {

/// What could be read of a damaged journal.
struct Salvaged {
    std::int64_t copied = 0;
    std::int64_t unreadable = 0; ///< rows that are known to have been there, or not to belong where they were found
    std::string detail;          ///< rows by table, for people
    bool wasBegun = true;        ///< it had links, or nobody can tell: a copy into it was complete before its damage

    [[nodiscard]] std::string text() const; ///< "1,200 rows were saved, 3 could not be read (…)"
};

/// Copies every row that can still be read from a damaged journal, which is not changed, into a new one, in one transaction. Rows that
/// are there already stay as they are. It is read from a copy, which goes again.
/// Each table is read from both ends towards the damage, and then row by row across it; what no longer fits its columns stays behind.
/// Errors: those of the new journal. A damaged one that cannot be read at all is no error: nothing is copied, and `detail` says why.
/// Cost: reads the damaged file once; at most some seconds of probing for each table.
[[nodiscard]] Result<Salvaged> salvage(const std::string &damaged, const Database &journal);

} // namespace telltale::store
