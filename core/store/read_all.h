// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sql.h"

#include <utility>
#include <vector>

namespace telltale::store {

/// All rows of a statement whose values are bound; `read` makes a Result<Row> of each.
template <typename Row, typename Read>
Result<std::vector<Row>> readAll(Statement &statement, Read read)
{
    std::vector<Row> rows;
    while (true) {
        const auto more = statement.step();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        Result<Row> row = read(statement);
        if (!row)
            return row.error();
        rows.push_back(std::move(*row));
    }
}

} // namespace telltale::store
