// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <array>
#include <vector>

namespace telltale::ui {

/// What the header says about all open alarms that are not shelved, suppressed or out of service, whatever any filter hides.
struct AlarmCounts {
    std::array<int, 4> open{}; ///< P1, P2, P3, diagnostic
    std::array<int, 4> unacked{};
    int latched = 0;
    int doubtful = 0; ///< alarms whose data cannot be believed
    int sounding = 0;
    UtcTime silencedUntil = kNoTime; ///< latest end among silenced ones; kNoTime = none is silenced

    [[nodiscard]] int allOpen() const { return open[0] + open[1] + open[2] + open[3]; }
    [[nodiscard]] int allUnacked() const { return unacked[0] + unacked[1] + unacked[2] + unacked[3]; }
    /// 1 to 4; 0 = nothing is unacknowledged.
    [[nodiscard]] int worstUnacked() const;
};

[[nodiscard]] AlarmCounts countAlarms(const std::vector<Occurrence> &alarms);

} // namespace telltale::ui
