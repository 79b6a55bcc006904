// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/thread_watch.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace telltale::pipeline {

/// Runs one function for every shard number, on threads of its own and on the caller's, and returns when all are done.
/// With one shard everything happens on the caller's thread and no thread is started.
/// Thread: one caller at a time. What the function writes is visible to the caller afterwards.
class ScoreShards {
public:
    /// `watch` gets a pulse of each thread.
    explicit ScoreShards(std::size_t shards, ThreadWatch *watch = nullptr);
    ~ScoreShards();
    ScoreShards(const ScoreShards &) = delete;
    ScoreShards &operator=(const ScoreShards &) = delete;

    [[nodiscard]] std::size_t count() const { return m_threads.size() + 1; }
    void run(const std::function<void(std::size_t shard)> &work);

private:
    void serve(std::size_t shard, const PulsePtr &pulse);

    std::mutex m_mutex;
    std::condition_variable m_begin;
    std::condition_variable m_done;
    const std::function<void(std::size_t)> *m_work = nullptr;
    std::uint64_t m_round = 0;
    std::size_t m_running = 0;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace telltale::pipeline
