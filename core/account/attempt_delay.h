// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace telltale::account {

/// How long a station waits after failed attempts to sign in, whoever they named: 1 s after the first, twice as long after each further
/// one, 60 s at most. A success starts anew. Pure. Thread: one.
class AttemptDelay {
public:
    static constexpr Duration kFirst = std::chrono::seconds{1};
    static constexpr Duration kMost = std::chrono::seconds{60};

    void failed(SteadyTime now);
    void succeeded();
    /// Zero when somebody may try.
    [[nodiscard]] Duration left(SteadyTime now) const;

private:
    Duration m_next = kFirst;
    SteadyTime m_until{};
};

} // namespace telltale::account
