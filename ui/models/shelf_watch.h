// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/suppressed_alarm.h"

#include <QString>
#include <set>
#include <utility>
#include <vector>

namespace telltale::ui {

/// Says each shelf's end once, `kShelfWarning` before it comes; of one that is shorter, as soon as it is seen. Thread: UI.
class ShelfWatch {
public:
    /// One sentence about all shelves that have come near their end since the last call; empty when none has.
    [[nodiscard]] QString warning(const std::vector<SuppressedAlarm> &alarms, UtcTime now);

private:
    std::set<std::pair<AlarmKey, UtcTime>> m_said; ///< alarm and end of its shelf
};

} // namespace telltale::ui
