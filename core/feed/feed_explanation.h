// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/supervisor.h"
#include "core/model/feed_health.h"

#include <optional>
#include <string>
#include <string_view>

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
    std::string conflict = {};   ///< an asset that another feed has; empty = none lately
    std::string keyProblem = {}; ///< why this station's secret key cannot be used; empty = it can, or none is needed
    bool encrypted = false;
};

/// One line for people: why the feed is not live, and what is being tried. Of a live one: what is refused for its name, else that it is
/// encrypted, else nothing.
[[nodiscard]] std::string explain(const FeedFacts &facts);

/// What such a line says about keys and encryption, always in the same words; empty = it is about something else.
[[nodiscard]] std::string_view keyReason(std::string_view line);

} // namespace telltale::feed
