// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace telltale::test {

/// The computer's own clock, as after a sleep or when somebody sets it: the time of day can be moved, while the steady clock has not run. Thread: any.
class ShiftedClock final : public Clock {
public:
    void sleep(Duration length) { m_shift += length.count(); }

    [[nodiscard]] UtcTime utcNow() const override { return m_system.utcNow() + Duration{m_shift.load()}; }
    [[nodiscard]] SteadyTime steadyNow() const override { return m_system.steadyNow(); }

private:
    SystemClock m_system;
    std::atomic<std::int64_t> m_shift{0};
};

} // namespace telltale::test
