// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/plant/random.h"

namespace telltale::simulator {

/// Probabilities of changing state at a message; staying has the rest.
struct Transitions {
    double toAbnormal = 0.1;
    double toNormal = 0.5;
};

/// A machine that is either normal or abnormal, and scales all its channels by one skew factor: 1 when normal, 2 + U(0,1) when abnormal.
/// Source: the two-state chain of a public vehicle-telemetry simulator; stationary share of abnormal = a / (a + n), 1/6 by default.
class MarkovMachine {
public:
    explicit MarkovMachine(Transitions transitions = {}) : m_transitions(transitions) {}

    /// One transition; the first message after a restart is already one transition on.
    void step(Random &random);
    /// One draw, to be used for every channel of the message.
    [[nodiscard]] double skew(Random &random) const { return m_abnormal ? 2.0 + random.uniform() : 1.0; }
    [[nodiscard]] bool abnormal() const { return m_abnormal; }
    void restart() { m_abnormal = false; }

private:
    Transitions m_transitions;
    bool m_abnormal = false;
};

} // namespace telltale::simulator
