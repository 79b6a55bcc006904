// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace telltale {

/// Signs of life of one thread. It beats at every turn of its loop, and rests while it waits for work: then its silence means nothing.
/// Thread: beat and rest by the thread itself, the others from any. Cost: a look at the clock and one atomic store.
class Pulse {
public:
    Pulse(std::string name, const Clock &clock) : m_name(std::move(name)), m_clock(clock) {}

    [[nodiscard]] const std::string &name() const { return m_name; }
    void beat() { m_last.store(m_clock.steadyNow().time_since_epoch().count(), std::memory_order_relaxed); }
    void rest() { m_last.store(kResting, std::memory_order_relaxed); }
    /// Since the last beat; nothing while it rests.
    [[nodiscard]] std::optional<Duration> silence() const
    {
        const Count last = m_last.load(std::memory_order_relaxed);
        if (last == kResting)
            return std::nullopt;
        return std::chrono::duration_cast<Duration>(m_clock.steadyNow() - SteadyTime(SteadyTime::duration(last)));
    }

private:
    using Count = SteadyTime::duration::rep;
    static constexpr Count kResting = std::numeric_limits<Count>::min();

    const std::string m_name;
    const Clock &m_clock;
    std::atomic<Count> m_last{kResting};
};

using PulsePtr = std::shared_ptr<Pulse>;

/// For threads that may be watched or not.
inline void beat(const PulsePtr &pulse)
{
    if (pulse)
        pulse->beat();
}
inline void rest(const PulsePtr &pulse)
{
    if (pulse)
        pulse->rest();
}

} // namespace telltale
