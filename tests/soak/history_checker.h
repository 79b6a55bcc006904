// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/soak/shown_line.h"

#include <string>
#include <vector>

namespace telltale::soak {

/// What came of holding a history of what was shown against a journal.
struct HistoryVerdict {
    std::size_t shown = 0;        ///< states of alarms that were shown as stored
    std::size_t acknowledged = 0; ///< of them, acknowledgements of active alarms
    std::size_t alarms = 0;       ///< in the journal
    std::size_t storedAcks = 0;   ///< in the journal, also of alarms that were over
    std::vector<std::string> lost;
    std::vector<std::string> twice;

    [[nodiscard]] bool good() const { return lost.empty() && twice.empty(); }
};

/// Each alarm's states in the order in which they were shown must be among its transitions in the journal, in that order: a raise that was
/// shown is there, what was acknowledged stays so until a transition says otherwise, nothing goes back by itself. And no alarm of a sensor
/// begins twice at one instant, nor while another one of it is open. Errors: those of the journal.
[[nodiscard]] Result<HistoryVerdict> checkHistory(const std::vector<ShownLine> &shown, const std::string &dataFolder);

} // namespace telltale::soak
