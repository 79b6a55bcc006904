// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/feed_counts.h"

#include "core/feed/frame_intake.h"

#include <array>
#include <string>

namespace telltale::pipeline {

namespace {

constexpr std::array kCounters{&FeedHealth::frames,      &FeedHealth::bytes,        &FeedHealth::samples,           &FeedHealth::heartbeats,
                               &FeedHealth::gaps,        &FeedHealth::lostMessages, &FeedHealth::publisherRestarts, &FeedHealth::reconnects,
                               &FeedHealth::disconnects, &FeedHealth::refusedNames};

/// Lost messages are what foreign numbers say, and these must not wrap around.
void addUp(std::uint64_t &sum, std::uint64_t more)
{
    sum = more > ~sum ? ~std::uint64_t{0} : sum + more;
}

} // namespace

void FeedCounts::take(FeedHealth &health)
{
    for (const auto counter : kCounters)
        addUp(health.*counter, m_former.*counter);
    for (const auto &[reason, frames] : m_former.rejects)
        addUp(health.rejects[reason], frames);
    const std::lock_guard lock(m_mutex);
    m_told = health;
}

void FeedCounts::takeOver(const FeedCounts &former, const feed::FrameBacklog::Dropped &unread)
{
    const std::unique_lock lock(former.m_mutex, std::try_to_lock);
    m_former = lock.owns_lock() ? former.m_told : former.m_former;
    if (unread.frames > 0) {
        m_former.frames += unread.frames;
        m_former.bytes += unread.bytes;
        m_former.rejects[std::string(feed::kOverload)] += unread.frames;
    }
    m_told = m_former;
}

} // namespace telltale::pipeline
