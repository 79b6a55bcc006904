// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/snapshot.h"

namespace telltale::ui {

/// The clock by which operators' acts run: acknowledgements, shelves, review dates. What is on screen as "now" is the same, but for a
/// simulated plant: its time says nothing about when a shelf ends.
[[nodiscard]] inline UtcTime operatorNow(const Snapshot &snapshot)
{
    return snapshot.simulatedClock ? SystemClock().utcNow() : snapshot.now;
}

} // namespace telltale::ui
