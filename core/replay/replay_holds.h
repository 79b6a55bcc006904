// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/suppressed_alarm.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace telltale::replay {

/// What was kept from people at a moment of the past, from the transitions until then: shelves, rules, out of service.
/// Missing: what began before the first transition that is given. Thread: one. Cost: O(log n) a transition, n = definitions.
class ReplayHolds {
public:
    void take(const AlarmEvent &event);
    /// By source and what.
    [[nodiscard]] std::vector<SuppressedAlarm> suppressed() const;

private:
    std::map<std::pair<SensorKey, std::string>, SuppressedAlarm> m_alarms;
};

} // namespace telltale::replay
