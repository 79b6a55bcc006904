// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

namespace telltale::app {

/// Notices Ctrl+C (and SIGTERM, SIGHUP) for work that asks now and then. What does not end within 0.8 s of it is ended with the whole
/// program, exit code 130, unless it is writing a file at that moment.
/// Thread: create it before other threads start, so that they inherit the blocked signals.
class StopRequest {
public:
    StopRequest();
    ~StopRequest();
    StopRequest(const StopRequest &) = delete;
    StopRequest &operator=(const StopRequest &) = delete;

    [[nodiscard]] bool asked() const { return m_asked; }

    /// As long as one lives the program is not ended under its feet.
    class Hold {
    public:
        explicit Hold(StopRequest &stop) : m_stop(stop) { ++m_stop.m_holds; }
        ~Hold() { --m_stop.m_holds; }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        StopRequest &m_stop;
    };

private:
    void watch();
    /// Waits; false when the work was done first.
    [[nodiscard]] bool signalled() const;

    int m_signals;
    int m_over; ///< becomes readable when the work is done
    std::atomic<bool> m_asked{false};
    std::atomic<int> m_holds{0};
    std::thread m_watcher;
};

inline constexpr int kStoppedByUser = 130;

} // namespace telltale::app
