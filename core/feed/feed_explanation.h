// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/supervisor.h"
#include "core/model/feed_health.h"

#include <optional>
#include <string>

namespace telltale::feed {

/// What a sentence about a feed that is not live can be made of.
struct FeedFacts {
    FeedState state = FeedState::Connecting;
    bool connected = false;
    bool handshakeFailed = false; ///< lately
    std::string lastRejection;    ///< empty = nothing was refused
    std::optional<Trouble> lastTrouble;
    std::optional<Duration> nextTry; ///< while no socket is open
    UtcTime lastFrame = kNoTime;
    std::string conflict = {}; ///< an asset that another feed has; empty = none lately
};

/// One line for people: why the feed is not live, and what is being tried. Empty for a live one of which nothing is refused for its name.
[[nodiscard]] std::string explain(const FeedFacts &facts);

} // namespace telltale::feed
