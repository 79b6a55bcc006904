// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/pulse.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace telltale::pipeline {

/// Notices threads that stand still, on a thread of its own that does nothing else: no disk, no network, no lock that others hold for long.
/// When the whole program stood still (stopped, or the computer slept) nobody is to blame, and all get a fresh start.
/// Thread: any. Cost: some atomic reads four times a second.
class ThreadWatch {
public:
    static constexpr std::chrono::seconds kLimit{2};
    static constexpr std::chrono::milliseconds kBetweenLooks{250};

    struct Stall {
        std::string thread;
        Duration silent{};

        [[nodiscard]] std::string text() const;
    };

    ThreadWatch(const Clock &clock, LogSink log) : m_clock(clock), m_log(std::move(log)) {}
    ~ThreadWatch(); ///< stops
    ThreadWatch(const ThreadWatch &) = delete;
    ThreadWatch &operator=(const ThreadWatch &) = delete;

    /// Watched as long as somebody else keeps it.
    [[nodiscard]] PulsePtr add(std::string name);
    void start();
    void stop();
    /// One look; what the own thread does all the time.
    void look();

    /// As of the last look.
    [[nodiscard]] std::vector<Stall> stalls() const;
    /// Those that have ended since the last call, with how long they lasted.
    [[nodiscard]] std::vector<Stall> takeEnded();

private:
    struct Watched {
        std::weak_ptr<Pulse> pulse;
        std::string name;
        Duration longest{}; ///< silence of the stall that lasts
        bool stalled = false;
    };
    void run();
    void judge(Watched &watched, bool fresh);
    void end(Watched &watched);
    void say(LogLevel level, const std::string &text) const;

    const Clock &m_clock;
    const LogSink m_log;
    mutable std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stop = false;
    SteadyTime m_lastLook{};
    SteadyTime m_freshSince{}; ///< silence from before does not count
    std::vector<Watched> m_watched;
    std::vector<Stall> m_ended;
    std::thread m_thread;
};

} // namespace telltale::pipeline
