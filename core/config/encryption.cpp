// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/encryption.h"

#include "core/model/feed_address.h"

namespace telltale::config {

PlantProblems unencryptedFeeds(const Plant &plant)
{
    PlantProblems problems;
    for (std::size_t i = 0; i < plant.feeds.size(); ++i) {
        const FeedEntry &feed = plant.feeds[i];
        if (!feed.serverKeys.empty() || isOnThisComputer(feed.address))
            continue;
        const std::string where = plant.sourcePath + ':' + std::to_string(feed.line) + " feed[" + std::to_string(i) + "].serverKeys";
        problems.errors.push_back({ErrorKind::InvalidArgument, std::string(kEncryptionRule) + ", found none for " + feed.address, where});
    }
    return problems;
}

} // namespace telltale::config
