// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

namespace telltale::pipeline {

/// Checks the journal once, from its first row to its last, on a thread of its own while everything runs. Thread: any.
class JournalWatch {
public:
    explicit JournalWatch(LogSink log) : m_log(std::move(log)) {}
    ~JournalWatch(); ///< stops the check
    JournalWatch(const JournalWatch &) = delete;
    JournalWatch &operator=(const JournalWatch &) = delete;

    /// Once at most.
    void start(const std::string &dataFolder);
    void stop();
    [[nodiscard]] bool finished() const { return m_finished; }
    /// What is wrong with the journal; empty while nothing is known to be.
    [[nodiscard]] std::string problem() const;

private:
    void check(const std::string &dataFolder);
    void say(LogLevel level, const std::string &text) const;

    const LogSink m_log;
    std::atomic<bool> m_stopped{false};
    std::atomic<bool> m_finished{false};
    mutable std::mutex m_mutex;
    std::string m_problem;
    std::thread m_thread;
};

} // namespace telltale::pipeline
