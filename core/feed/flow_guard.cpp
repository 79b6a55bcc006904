// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/flow_guard.h"

#include "core/base/thread_name.h"

namespace telltale::feed {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20};
/// 100 ms: a reader that has nothing to do says so every 50 ms.
constexpr int kLooksOfPatience = 5;

} // namespace

FlowGuard::FlowGuard(std::size_t limitBytes, ConnectionBrake &brake) : m_brake(brake), m_memory(limitBytes)
{
    m_thread = std::thread([this] {
        nameThread("flow guard");
        run();
    });
}

FlowGuard::~FlowGuard()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopping.notify_all();
    m_thread.join();
}

void FlowGuard::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping.wait_for(lock, kBetweenLooks, [this] { return m_stop; }))
        look();
}

void FlowGuard::look()
{
    if (m_caughtUp.exchange(false, std::memory_order_relaxed)) {
        m_memory.restart();
        m_looksBehind = 0;
    }
    const auto resident = residentBytes();
    const bool grown = resident && m_memory.tooMuch(*resident);
    if (++m_looksBehind <= kLooksOfPatience || !grown)
        return;
    m_memory.restart();
    if (m_brake.pull())
        m_intervened = true;
}

} // namespace telltale::feed
