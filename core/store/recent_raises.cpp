// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recent_raises.h"

#include "core/store/sql.h"

#include <algorithm>

namespace telltale::store {

namespace {

constexpr Duration kFarBack = std::chrono::hours{24};
constexpr Duration kFloodWindow = std::chrono::minutes{10};
constexpr std::size_t kFloodEndsBelow = 5; ///< operators.md §5.5

/// `newestFirst` ends with a raise that found fewer than five in the ten minutes before: whatever came earlier, no flood went on there.
bool reachesCalm(const std::vector<UtcTime> &newestFirst, UtcTime end)
{
    const std::size_t count = newestFirst.size();
    if (count <= kFloodEndsBelow)
        return false;
    const UtcTime later = newestFirst[count - 1 - kFloodEndsBelow];
    return newestFirst.back() <= std::min(later, end) - kFloodWindow;
}

} // namespace

Result<std::vector<UtcTime>> recentRaises(const Database &journal, UtcTime end)
{
    std::vector<UtcTime> raises;
    if (end == kNoTime)
        return raises;
    auto statement = journal.prepare(sql::kAnnunciatedSince);
    if (!statement)
        return statement.error();
    statement->add(end - kFarBack);
    while (!reachesCalm(raises, end)) {
        const auto more = statement->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        raises.push_back(statement->time());
    }
    std::ranges::reverse(raises);
    return raises;
}

} // namespace telltale::store
