// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logbook_entry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace telltale {

/// Alarms that people look at as one thing: what its entries in the logbook add up to.
struct Incident {
    std::uint64_t number = 0; ///< from 1
    std::string title;
    std::string owner;                ///< empty = nobody
    std::vector<OccurrenceId> alarms; ///< in the order of their adding
    UtcTime opened = kNoTime;
    Actor openedBy;
    UtcTime closed = kNoTime; ///< kNoTime while open
    Actor closedBy;
    std::string cause; ///< given when it was closed
    EventSeq lastSeq = 0;

    [[nodiscard]] bool open() const { return closed == kNoTime; }
    friend bool operator==(const Incident &, const Incident &) = default;
};

} // namespace telltale
