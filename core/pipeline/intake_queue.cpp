// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/intake_queue.h"

#include <iterator>
#include <utility>

namespace telltale::pipeline {

void IntakeQueue::put(IntakeItem item)
{
    if (auto dropped = m_items.pushDroppingOldest(std::move(item)))
        remember(std::move(*dropped));
}

void IntakeQueue::remember(IntakeItem dropped)
{
    const std::lock_guard lock(m_mutex);
    const auto *batch = std::get_if<SampleBatch>(&dropped.what);
    if (batch == nullptr) {
        m_rescued.push_back(std::move(dropped));
        return;
    }
    ++m_droppedBatches;
    m_droppedSamples += batch->rows() * batch->columns.size();
    ++m_lost[{dropped.feed, batch->asset}];
}

std::vector<IntakeItem> IntakeQueue::replacements()
{
    const std::lock_guard lock(m_mutex);
    std::vector<IntakeItem> items = std::exchange(m_rescued, {});
    for (const auto &[place, count] : std::exchange(m_lost, {}))
        items.push_back({place.first, feed::Gap{.asset = place.second, .lostMessages = count, .restart = false, .at = kNoTime}});
    return items;
}

std::vector<IntakeItem> IntakeQueue::take(std::size_t limit, std::chrono::milliseconds timeout)
{
    auto first = m_items.popFor(timeout);
    // Whatever was dropped until now is older than everything still queued.
    std::vector<IntakeItem> items = replacements();
    if (!first)
        return items;
    items.push_back(std::move(*first));
    auto more = m_items.popMany(limit - 1);
    items.insert(items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return items;
}

std::uint64_t IntakeQueue::droppedBatches() const
{
    const std::lock_guard lock(m_mutex);
    return m_droppedBatches;
}

std::uint64_t IntakeQueue::droppedSamples() const
{
    const std::lock_guard lock(m_mutex);
    return m_droppedSamples;
}

} // namespace telltale::pipeline
