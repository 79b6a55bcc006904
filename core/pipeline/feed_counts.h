// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/frame_backlog.h"
#include "core/model/feed_health.h"

#include <mutex>

namespace telltale::pipeline {

/// The counters of a feed over all the threads that have run it one after the other: what a former one has counted is added to what the
/// present one reports, so that they only grow. Late rows are not among them, the engine counts those itself.
/// Thread: `take` on the feed's; `takeOver` on any, before that one begins. It never waits, the former's thread may stand still in the
/// midst of `take`: what that one alone has counted is missing then.
class FeedCounts {
public:
    /// Adds what was counted before, and remembers the sum.
    void take(FeedHealth &health);
    /// Goes on where a former thread has stopped. `unread` had come in and nobody will read it: it was left out, as under overload.
    void takeOver(const FeedCounts &former, const feed::FrameBacklog::Dropped &unread);

private:
    FeedHealth m_former; ///< does not change once the thread runs
    mutable std::mutex m_mutex;
    FeedHealth m_told; ///< the newest sum
};

} // namespace telltale::pipeline
