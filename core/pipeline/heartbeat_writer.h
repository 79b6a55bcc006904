// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/pipeline/heartbeat.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace telltale::pipeline {

/// Writes a sign of life into a file every second, for whoever watches the program from outside (`telltale --alive`, a cron job, a
/// monitoring system): it is the program's own death, or the disk's, that nobody inside could report. On a thread of its own, because a
/// disk may hang. The file is removed at a regular end. Thread: start and stop from one; `now` is called on the own thread.
class HeartbeatWriter {
public:
    using Now = std::function<Heartbeat()>;
    static constexpr std::chrono::seconds kBetween{1};

    explicit HeartbeatWriter(LogSink log) : m_log(std::move(log)) {}
    ~HeartbeatWriter(); ///< stops
    HeartbeatWriter(const HeartbeatWriter &) = delete;
    HeartbeatWriter &operator=(const HeartbeatWriter &) = delete;

    void start(std::string path, Now now);
    void stop();

private:
    void run();
    void write();

    const LogSink m_log;
    std::string m_path;
    Now m_now;
    bool m_failed = false;
    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace telltale::pipeline
