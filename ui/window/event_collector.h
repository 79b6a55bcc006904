// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <functional>
#include <map>
#include <vector>

namespace telltale::ui {

/// Gathers the transitions of one subject from the store and from snapshots, each once, in order; of more than kMost the newest. Thread:
/// UI.
class EventCollector {
public:
    static constexpr std::size_t kMost = 5000;

    using Wanted = std::function<bool(const AlarmEvent &)>;

    /// Forgets what it has and looks for something else.
    void start(Wanted wanted)
    {
        m_events.clear();
        m_wanted = std::move(wanted);
    }
    /// True when something was new.
    bool add(const std::vector<AlarmEvent> &events);
    [[nodiscard]] std::vector<AlarmEvent> all() const;

private:
    Wanted m_wanted;
    std::map<EventSeq, AlarmEvent> m_events;
};

} // namespace telltale::ui
