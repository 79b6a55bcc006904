// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>

namespace telltale {

/// How long samples are kept. Roll-ups by hour and day, alarms and whatever else is in the journal stay for ever.
/// Units: of event time, counted back from the newest samples of each sensor that are not in the future (store/history_upkeep.h says it
/// exactly): a replay of an old recording is not old.
struct Retention {
    std::optional<Duration> samples = {}; ///< nothing = for ever
    std::optional<Duration> traces = {};  ///< scores and bands of the detector
    std::string archiveFolder = {};       ///< where samples go before they are given up; empty = nowhere

    bool operator==(const Retention &) const = default;
};

} // namespace telltale
