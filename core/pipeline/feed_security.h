// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"

#include <map>
#include <string>
#include <vector>

namespace telltale::pipeline {

struct FeedKeys {
    std::vector<curve::PublicKey> publisher; ///< any of them
    std::string stationKey;                  ///< file with this station's secret
};

/// Which feeds are encrypted with which keys. Those of other computers that are not in it are refused, unless `allowPlain`.
struct FeedSecurity {
    std::map<std::string, FeedKeys> byAddress;
    bool allowPlain = false;
};

/// Where a station's secret is unless the plant file says otherwise: "keys/station.secret" in the data folder.
[[nodiscard]] std::string usualStationKey(const std::string &dataFolder);

[[nodiscard]] FeedSecurity feedSecurity(const config::Plant &plant, const std::string &dataFolder, bool allowPlain);

} // namespace telltale::pipeline
