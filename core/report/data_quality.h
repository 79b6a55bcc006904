// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/incident_report.h"

#include <compare>
#include <string>
#include <vector>

namespace telltale::report {

/// A counter of a feed: by how much it grew in the time of the report, and where it stood at the end.
struct Counted {
    std::uint64_t inWindow = 0;
    std::uint64_t inAll = 0; ///< since the program was started
};

struct FeedQuality {
    FeedHealth last; ///< newest in the window
    Counted samples;
    Counted gaps;
    Counted lost; ///< messages
    Counted rejected;
    Counted late;
    Counted restarts;
    Counted reconnects;
    double worstLagSec = 0.0;
    bool skewed = false; ///< at any time of the window
};

/// By address. A counter that falls belongs to a new run of the program, and counts from zero.
[[nodiscard]] std::vector<FeedQuality> feedQuality(const IncidentReport &report);

/// A time in which the data is not what it should be.
struct Interruption {
    enum class Kind { FeedDown, Gap, BadQuality, Stale, ClockSkew };
    UtcTime from = kNoTime;
    UtcTime to = kNoTime; ///< kNoTime: its end is not in the report
    Kind kind = Kind::Gap;
    std::string where; ///< feed or sensor

    friend auto operator<=>(const Interruption &, const Interruption &) = default;
};

/// From feed health, samples and the alarms' own transitions, by time.
[[nodiscard]] std::vector<Interruption> interruptions(const IncidentReport &report);

} // namespace telltale::report
