// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_security.h"

namespace telltale::pipeline {

std::string usualStationKey(const std::string &dataFolder)
{
    return dataFolder + "/keys/station.secret";
}

FeedSecurity feedSecurity(const config::Plant &plant, const std::string &dataFolder, bool allowPlain)
{
    FeedSecurity security{{}, allowPlain};
    for (const config::FeedEntry &feed : plant.feeds)
        if (!feed.serverKeys.empty())
            security.byAddress[feed.address] = {feed.serverKeys, feed.clientKey.empty() ? usualStationKey(dataFolder) : feed.clientKey};
    return security;
}

} // namespace telltale::pipeline
