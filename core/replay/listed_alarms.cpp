// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replay/listed_alarms.h"

#include <algorithm>
#include <tuple>

namespace telltale::replay {

namespace {

auto listKey(const Occurrence &row)
{
    return std::make_tuple(listRank(row.state), row.priority, -toNanos(row.raised), -static_cast<std::int64_t>(row.id));
}

} // namespace

std::vector<Occurrence> listed(std::vector<Occurrence> rows)
{
    std::erase_if(rows, [](const Occurrence &row) { return !row.open() || row.priority == Priority::Diagnostic; });
    std::sort(rows.begin(), rows.end(), [](const Occurrence &a, const Occurrence &b) { return listKey(a) < listKey(b); });
    return rows;
}

} // namespace telltale::replay
