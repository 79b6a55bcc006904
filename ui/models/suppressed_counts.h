// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/suppressed_alarm.h"
#include "ui/models/time_text.h"

#include <QStringList>
#include <vector>

namespace telltale::ui {

/// How long before its end a shelf is marked and said.
inline constexpr Duration kShelfWarning = std::chrono::minutes{5};

/// What the header says about everything that is kept from people.
struct SuppressedCounts {
    int shelved = 0;
    int byDesign = 0;
    int outOfService = 0;
    int overdue = 0;           ///< out of service, and its review date is past
    UtcTime nextEnd = kNoTime; ///< of the shelf that ends first
    bool endsSoon = false;     ///< that one ends within `kShelfWarning`

    [[nodiscard]] int all() const { return shelved + byDesign + outOfService; }
};

[[nodiscard]] bool isShelved(const SuppressedAlarm &alarm);
[[nodiscard]] SuppressedCounts countSuppressed(const std::vector<SuppressedAlarm> &alarms, UtcTime now);
/// "Shelved 3 (next 12:40) · Suppressed 2 · OOS 1", shorter forms after it.
[[nodiscard]] QStringList suppressedForms(const SuppressedCounts &counts, ZoneChoice zone);

} // namespace telltale::ui
