// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace telltale::feed {

/// Which feed each asset comes from. Two feeds that use the same name would otherwise be mixed into one sensor without anybody noticing:
/// the first that sends an asset has it, until that feed is lost or ends; then whoever sends it next takes over, which lets a second
/// address stand in for a first.
/// Thread: any; shared by all feeds of a program. Memory: one name per asset, which each feed's NameCap bounds. Cost: one look-up a frame.
class AssetOwners {
public:
    /// Nothing: the asset is this feed's, from now on if it was nobody's. Else the address of the feed that has it.
    [[nodiscard]] std::optional<std::string> claim(std::string_view asset, FeedId feed, const std::string &address);
    /// The feed no longer has any asset.
    void release(FeedId feed);

private:
    struct Owner {
        FeedId feed{};
        std::string address;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::mutex m_mutex;
    std::unordered_map<std::string, Owner, Hash, std::equal_to<>> m_owners;
};

} // namespace telltale::feed
