// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/first_out.h"

#include <algorithm>

namespace telltale::alarm {

namespace {

constexpr Duration kQuiet = std::chrono::seconds{60};

} // namespace

bool FirstOut::raised(const std::string &group, UtcTime sourceTime)
{
    const auto [entry, isNew] = m_newest.try_emplace(group, sourceTime);
    const bool first = isNew || sourceTime - entry->second > kQuiet;
    entry->second = std::max(entry->second, sourceTime);
    return first;
}

} // namespace telltale::alarm
