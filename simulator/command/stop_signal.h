// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/publish/transmitter.h"

namespace telltale::simulator {

/// Waits on the steady clock until a time has come or the program is asked to end: by SIGINT, SIGTERM, or, where that was asked for, by
/// the end of standard input.
/// Thread: one; create it before other threads start, so that they inherit the blocked signals.
class StopSignal final : public Patience {
public:
    explicit StopSignal(bool watchStandardInput);
    ~StopSignal() override;
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    [[nodiscard]] bool waitUntil(SteadyTime time) override;

private:
    [[nodiscard]] bool inputEnded() const;

    int m_signals;
    bool m_watchInput;
    bool m_stopped = false;
};

} // namespace telltale::simulator
