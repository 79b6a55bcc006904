// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace telltale::test {

/// A clock that stands still until a test moves it. Thread: any.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcTime start = fromNanos(1'795'000'000'000'000'000)) : m_nanos(toNanos(start)) {}

    void advance(Duration step) { m_nanos += step.count(); }
    void set(UtcTime time) { m_nanos = toNanos(time); }

    [[nodiscard]] UtcTime utcNow() const override { return fromNanos(m_nanos); }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime{Duration{m_nanos.load()}}; }

private:
    std::atomic<std::int64_t> m_nanos;
};

} // namespace telltale::test
