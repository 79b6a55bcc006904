// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <deque>
#include <functional>

namespace telltale::pipeline {

/// Holds transitions back until the journal has them, then tells. Thread: one at a time.
class CommitAnnouncer {
public:
    explicit CommitAnnouncer(std::function<void(const AlarmEvent &)> tell) : m_tell(std::move(tell)) {}

    void hold(const AlarmEvent &event)
    {
        if (m_tell)
            m_waiting.push_back(event);
    }

    void announceThrough(EventSeq stored)
    {
        for (; !m_waiting.empty() && m_waiting.front().seq <= stored; m_waiting.pop_front())
            m_tell(m_waiting.front());
    }

private:
    std::function<void(const AlarmEvent &)> m_tell;
    std::deque<AlarmEvent> m_waiting;
};

} // namespace telltale::pipeline
