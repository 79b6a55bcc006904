// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/intake_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace telltale::pipeline {

void IntakeQueue::put(IntakeItem item)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    if (m_items.size() >= m_capacity) {
        m_dropped.add(std::move(m_items.front()));
        m_items.pop_front();
    }
    m_items.push_back(std::move(item));
    m_filled.notify_one();
}

std::vector<IntakeItem> IntakeQueue::take(std::size_t limit, std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait_for(lock, timeout, [this] { return m_closed || !m_items.empty(); });
    std::vector<IntakeItem> items = m_dropped.take();
    const auto end = m_items.begin() + static_cast<std::ptrdiff_t>(std::min(limit, m_items.size()));
    items.insert(items.end(), std::make_move_iterator(m_items.begin()), std::make_move_iterator(end));
    m_items.erase(m_items.begin(), end);
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
