// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/intake_queue.h"

#include "core/pipeline/item_bytes.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

void IntakeQueue::put(IntakeItem item)
{
    const std::size_t bytes = bytesOf(item);
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    m_items.push_back({std::move(item), bytes});
    m_bytes += bytes;
    while (isTooFull())
        m_dropped.add(popOldest());
    m_filled.notify_one();
}

bool IntakeQueue::isTooFull() const
{
    return m_items.size() > m_capacity || (m_bytes > m_mostBytes && m_items.size() > 1);
}

IntakeItem IntakeQueue::popOldest()
{
    Waiting oldest = std::move(m_items.front());
    m_items.pop_front();
    m_bytes -= oldest.bytes;
    return std::move(oldest.item);
}

std::vector<IntakeItem> IntakeQueue::take(std::size_t limit, std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, timeout, [this] { return m_closed || !m_items.empty(); });
    std::vector<IntakeItem> items = m_dropped.take();
    const std::size_t count = std::min(limit, m_items.size());
    items.reserve(items.size() + count);
    for (std::size_t i = 0; i < count; ++i)
        items.push_back(popOldest());
    return items;
}

void IntakeQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_filled.notify_all();
}

bool IntakeQueue::drained() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed && m_items.empty() && m_dropped.empty();
}

std::size_t IntakeQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_items.size();
}

std::uint64_t IntakeQueue::droppedBatches() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped.batches();
}

std::uint64_t IntakeQueue::droppedSamples() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped.samples();
}

} // namespace telltale::pipeline
