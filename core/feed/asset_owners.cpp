// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/asset_owners.h"

namespace telltale::feed {

std::optional<std::string> AssetOwners::claim(std::string_view asset, FeedId feed, const std::string &address)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_owners.find(asset);
    if (found == m_owners.end())
        m_owners.emplace(std::string(asset), Owner{feed, address});
    else if (found->second.feed != feed)
        return found->second.address;
    return std::nullopt;
}

void AssetOwners::release(FeedId feed)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_owners, [feed](const auto &entry) { return entry.second.feed == feed; });
}

} // namespace telltale::feed
