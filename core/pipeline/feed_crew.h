// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/feed/zmq_feed.h"
#include "core/model/structure.h"
#include "core/pipeline/feed_counts.h"
#include "core/pipeline/feed_security.h"
#include "core/pipeline/intake_queue.h"
#include "core/pipeline/thread_watch.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>
#include <vector>

namespace telltale::pipeline {

/// The feeds of a running program, each on a thread of its own (T1) that puts what it receives into queue A.
/// Errors: `add` fails for an address that is none or needs keys, and once `stop` was called. Thread: all functions from any.
class FeedCrew {
public:
    /// `declared` sensors do not count against a feed's limit of names. `intake` must outlive the crew.
    FeedCrew(std::unordered_set<SensorKey> declared, FeedSecurity security, IntakeQueue &intake, ThreadWatch &watch, const Clock &clock,
             LogSink log);
    ~FeedCrew(); ///< stops
    FeedCrew(const FeedCrew &) = delete;
    FeedCrew &operator=(const FeedCrew &) = delete;

    /// Receives from `start` on, or at once when that was before.
    Result<void> add(const FeedSpec &spec);
    void start();
    void reconnect();
    /// The publisher at that address has sent everything: its feed reports "ended" from now on, so that its silence is no loss, and is
    /// listened to until what is on its way has come.
    void end(const std::string &address);
    /// Begins feeds anew whose thread has stood still for longer than that; their addresses. The old thread is left to itself: whatever it
    /// still delivers, should it go on, is thrown away. Its counters go on in the new one.
    std::vector<std::string> replaceStalled(Duration patience);
    /// Not that one any more; what is in the queue stays there. Cost: waits for its thread, but not for longer than a second; one that
    /// stands still is left to itself. Nobody else waits meanwhile.
    void close(FeedId feed);
    /// Nothing is put into the queue once it has returned. Cost: waits for all threads, three seconds at most.
    void stop();

private:
    /// Shared with its thread, which may outlive its membership.
    struct Member {
        FeedSpec spec;
        std::unique_ptr<feed::ZmqFeed> feed;
        PulsePtr pulse;
        FeedCounts counts;
        std::atomic<bool> mayEnd{false};
        std::atomic<bool> unheard{false}; ///< what it delivers is thrown away: the crew may be gone
        std::atomic<bool> ended{true};    ///< no thread is, or none yet
        std::thread thread;
    };
    using MemberPtr = std::shared_ptr<Member>;
    class EndWatch;

    Result<MemberPtr> make(const FeedSpec &spec) const;
    void run(const MemberPtr &member);
    void deliver(Member &member, EndWatch &end, feed::Delivery delivery);
    MemberPtr takeOut(FeedId feed);
    void giveUp(const MemberPtr &member);
    void dismiss(const std::vector<MemberPtr> &leaving, SteadyTime deadline);
    static void awaitEnd(const std::vector<MemberPtr> &leaving, SteadyTime deadline);
    void note(const std::string &address, std::string_view what) const;

    const std::unordered_set<SensorKey> m_declared;
    const FeedSecurity m_security;
    const std::shared_ptr<feed::AssetOwners> m_owners = std::make_shared<feed::AssetOwners>();
    IntakeQueue &m_intake;
    ThreadWatch &m_watch;
    const Clock &m_clock;
    const LogSink m_log;
    std::mutex m_mutex;
    std::vector<MemberPtr> m_members;
    std::vector<MemberPtr> m_givenUp; ///< whose threads may still stand somewhere
    bool m_running = false;
    bool m_stopped = false;
};

} // namespace telltale::pipeline
