// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/score_shards.h"

#include "core/base/thread_name.h"

namespace telltale::pipeline {

namespace {

/// Also without work a thread says that it lives: one that stands still is to be known of before it is needed.
constexpr std::chrono::milliseconds kLongestSilence{500};

} // namespace

ScoreShards::ScoreShards(std::size_t shards, ThreadWatch *watch)
{
    for (std::size_t shard = 1; shard < shards; ++shard) {
        const std::string name = "shard " + std::to_string(shard);
        m_threads.emplace_back([this, shard, name, pulse = watch != nullptr ? watch->add(name) : nullptr] {
            nameThread(name);
            serve(shard, pulse);
        });
    }
}

ScoreShards::~ScoreShards()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_begin.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

void ScoreShards::run(const std::function<void(std::size_t)> &work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_running = m_threads.size();
        ++m_round;
    }
    m_begin.notify_all();
    work(0);
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_running == 0; });
    m_work = nullptr;
}

void ScoreShards::serve(std::size_t shard, const PulsePtr &pulse)
{
    std::uint64_t servedRound = 0;
    beat(pulse);
    std::unique_lock lock(m_mutex);
    for (;;) {
        while (!m_begin.wait_for(lock, kLongestSilence, [&] { return m_stopping || m_round != servedRound; }))
            beat(pulse);
        if (m_stopping)
            return;
        servedRound = m_round;
        const auto *work = m_work;
        lock.unlock();
        beat(pulse);
        (*work)(shard);
        lock.lock();
        if (--m_running == 0)
            m_done.notify_one();
    }
}

} // namespace telltale::pipeline
