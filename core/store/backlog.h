// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/history_file.h"
#include "core/store/store_job.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace telltale::store {

/// What waits to be written, bounded, between those who submit and the one thread that writes.
/// Journal jobs keep their order and are never dropped: `submit` waits when there are `capacity` of them. Sealed chunks make `submit` wait
/// too, except while the disk fails: then the oldest chunk gives way and is counted, because alarms must not wait for samples. Tails, feed
/// health and the heartbeat are only ever wanted in their newest form: a newer one replaces the one that waits.
/// Thread: `submit` from any; everything else from the writing thread. Units: real time for waiting, `clock` for the age of tails.
class Backlog {
public:
    static constexpr std::size_t kMostChunks = 1000; ///< about 30 MB
    static constexpr std::size_t kMostHealthRows = 1000;
    /// Tails are promised on disk within 5 s of their submission; this leaves time to write them.
    static constexpr std::chrono::seconds kPatience{4};

    Backlog(std::size_t capacity, const Clock &clock) : m_capacity(capacity), m_clock(clock) {}

    void submit(StoreJob job); ///< after `close` it does nothing
    /// A journal job of the writing thread itself, which must not wait for itself: it is let in even when there is no room.
    void submitOwn(StoreJob job);
    void close();

    /// Waits until something should be written now, or not at all when there is `otherWork`. False when closed and empty. `glance` is called
    /// now and then meanwhile.
    bool waitForWork(bool otherWork = false, const std::function<void()> &glance = {});
    /// Waits for `length`, less when somebody closes meanwhile.
    void pause(std::chrono::milliseconds length);
    [[nodiscard]] bool closed() const;
    [[nodiscard]] std::size_t size() const;

    /// The oldest journal jobs, at most `limit`; they stay where they are until `journalDone`.
    [[nodiscard]] std::vector<const StoreJob *> journalBatch(std::size_t limit);
    void journalDone(std::size_t count);

    /// All sealed chunks; tails and feed health with them when their time has come (always once closed).
    [[nodiscard]] HistoryBatch takeHistory();
    /// After a failure: chunks go back to the front, tails and health only where nothing newer has come in meanwhile.
    void putBack(HistoryBatch batch);

    /// While true, sealed chunks beyond kMostChunks are dropped, oldest first.
    void setFailing(bool failing);
    [[nodiscard]] std::size_t droppedChunks() const;

private:
    void keep(SaveChunk job, std::unique_lock<std::mutex> &lock);
    void keep(SaveTails job);
    void keep(SaveFeedHealth job);
    void keep(SaveHeartbeat job);
    void keepJournal(StoreJob job, std::unique_lock<std::mutex> &lock);
    void addHeartbeat(StoreJob job);
    void startPatience();
    void dropSurplus();
    [[nodiscard]] bool patienceIsOver() const;
    [[nodiscard]] bool somethingIsDue() const;
    [[nodiscard]] bool empty() const;

    const std::size_t m_capacity;
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_room;
    std::deque<StoreJob> m_journal;
    std::deque<SaveChunk> m_chunks;
    std::unordered_map<SensorKey, SaveChunk> m_tails;
    std::vector<SaveFeedHealth> m_health;
    std::optional<StoreJob> m_heartbeat;
    std::optional<SteadyTime> m_waitingSince; ///< of the oldest tail, health row or heartbeat
    std::size_t m_dropped = 0;
    bool m_failing = false;
    bool m_closed = false;
};

} // namespace telltale::store
