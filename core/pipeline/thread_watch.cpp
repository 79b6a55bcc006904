// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/thread_watch.h"

#include "core/base/thread_name.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace telltale::pipeline {

std::string ThreadWatch::Stall::text() const
{
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%.1f s", toSeconds(silent));
    return thread + " for " + seconds.data();
}

ThreadWatch::~ThreadWatch()
{
    stop();
}

PulsePtr ThreadWatch::add(std::string name)
{
    auto pulse = std::make_shared<Pulse>(name, m_clock);
    const std::lock_guard lock(m_mutex);
    m_watched.push_back({pulse, std::move(name)});
    return pulse;
}

void ThreadWatch::start()
{
    m_thread = std::thread([this] { run(); });
}

void ThreadWatch::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopping.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void ThreadWatch::run()
{
    nameThread("watch");
    std::unique_lock lock(m_mutex);
    while (!m_stopping.wait_for(lock, kBetweenLooks, [this] { return m_stop; })) {
        lock.unlock();
        look();
        lock.lock();
    }
}

void ThreadWatch::look()
{
    const SteadyTime now = m_clock.steadyNow();
    const std::lock_guard lock(m_mutex);
    if (now - m_lastLook > kLimit / 2)
        m_freshSince = now;
    m_lastLook = now;
    for (Watched &watched : m_watched)
        judge(watched, now - m_freshSince <= kLimit);
    std::erase_if(m_watched, [](const Watched &watched) { return watched.pulse.expired(); });
}

void ThreadWatch::judge(Watched &watched, bool fresh)
{
    const auto pulse = watched.pulse.lock();
    const auto silent = pulse ? pulse->silence() : std::nullopt;
    if (!silent || *silent <= kLimit || fresh)
        return end(watched);
    if (!std::exchange(watched.stalled, true))
        say(LogLevel::Error, "stands still: " + Stall{watched.name, *silent}.text());
    watched.longest = *silent;
}

void ThreadWatch::end(Watched &watched)
{
    if (!std::exchange(watched.stalled, false))
        return;
    m_ended.push_back({watched.name, watched.longest});
    say(LogLevel::Warning, "goes on, stood still: " + m_ended.back().text());
}

void ThreadWatch::say(LogLevel level, const std::string &text) const
{
    if (m_log)
        m_log(level, "watch", escapeLine(text, 300));
}

std::vector<ThreadWatch::Stall> ThreadWatch::stalls() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Stall> stalls;
    for (const Watched &watched : m_watched)
        if (watched.stalled)
            stalls.push_back({watched.name, watched.longest});
    return stalls;
}

std::vector<ThreadWatch::Stall> ThreadWatch::takeEnded()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_ended, {});
}

} // namespace telltale::pipeline
