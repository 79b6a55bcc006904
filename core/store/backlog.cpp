// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backlog.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <variant>

namespace telltale::store {

namespace {

/// How often the injected clock is looked at while something grows old.
constexpr std::chrono::milliseconds kGlance{200};

} // namespace

void Backlog::submit(StoreJob job)
{
    std::unique_lock lock(m_mutex);
    if (m_closed)
        return;
    if (auto *chunk = std::get_if<SaveChunk>(&job))
        keep(std::move(*chunk), lock);
    else if (auto *tails = std::get_if<SaveTails>(&job))
        keep(std::move(*tails));
    else if (auto *health = std::get_if<SaveFeedHealth>(&job))
        keep(std::move(*health));
    else if (const auto *heartbeat = std::get_if<SaveHeartbeat>(&job))
        keep(*heartbeat);
    else
        keepJournal(std::move(job), lock);
    m_work.notify_all();
}

void Backlog::keepJournal(StoreJob job, std::unique_lock<std::mutex> &lock)
{
    m_room.wait(lock, [this] { return m_closed || m_journal.size() < m_capacity; });
    if (!m_closed)
        m_journal.push_back(std::move(job));
}

void Backlog::submitOwn(StoreJob job)
{
    const std::lock_guard lock(m_mutex);
    m_journal.push_back(std::move(job));
}

void Backlog::keep(SaveChunk job, std::unique_lock<std::mutex> &lock)
{
    m_room.wait(lock, [this] { return m_closed || m_failing || m_chunks.size() < kMostChunks; });
    if (m_closed)
        return;
    // The sealed chunk contains the tail that waits; late samples do not.
    if (!job.late)
        m_tails.erase(job.sensor);
    m_chunks.push_back(std::move(job));
    dropSurplus();
}

void Backlog::keep(SaveTails job)
{
    for (SaveChunk &tail : job.tails) {
        SaveChunk &place = m_tails[tail.sensor];
        place = std::move(tail);
    }
    startPatience();
}

void Backlog::keep(SaveFeedHealth job)
{
    const auto newest = std::find_if(m_health.rbegin(), m_health.rend(),
                                     [&](const SaveFeedHealth &row) { return row.health.address == job.health.address; });
    // A change of state is a fact of its own; within one state only the newest counters matter.
    if (newest != m_health.rend() && newest->health.state == job.health.state && newest->health.epoch == job.health.epoch)
        *newest = std::move(job);
    else
        m_health.push_back(std::move(job));
    dropSurplus();
    startPatience();
}

void Backlog::keep(SaveHeartbeat job)
{
    m_heartbeat = job;
    startPatience();
}

void Backlog::startPatience()
{
    if (!m_waitingSince)
        m_waitingSince = m_clock.steadyNow();
}

bool Backlog::patienceIsOver() const
{
    return m_waitingSince && (m_closed || m_clock.steadyNow() - *m_waitingSince >= kPatience);
}

bool Backlog::empty() const
{
    return m_journal.empty() && m_chunks.empty() && m_tails.empty() && m_health.empty() && !m_heartbeat;
}

bool Backlog::somethingIsDue() const
{
    return m_closed || !m_journal.empty() || !m_chunks.empty() || patienceIsOver();
}

bool Backlog::waitForWork(bool otherWork, const std::function<void()> &glance)
{
    std::unique_lock lock(m_mutex);
    while (!otherWork && !somethingIsDue()) {
        m_work.wait_for(lock, kGlance);
        if (glance)
            glance();
    }
    return !(m_closed && empty());
}

void Backlog::pause(std::chrono::milliseconds length)
{
    std::unique_lock lock(m_mutex);
    const bool before = m_closed;
    m_work.wait_for(lock, length, [&] { return m_closed != before; });
}

void Backlog::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_work.notify_all();
    m_room.notify_all();
}

bool Backlog::closed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

std::size_t Backlog::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_journal.size() + m_chunks.size() + m_tails.size() + m_health.size() + (m_heartbeat ? 1 : 0);
}

std::vector<const StoreJob *> Backlog::journalBatch(std::size_t limit)
{
    const std::lock_guard lock(m_mutex);
    // The heartbeat costs no disk sync of its own when it travels with other rows.
    if (m_heartbeat && (!m_journal.empty() || patienceIsOver()))
        addHeartbeat(*std::exchange(m_heartbeat, std::nullopt));
    std::vector<const StoreJob *> batch;
    for (const StoreJob &job : m_journal) {
        if (batch.size() == limit)
            break;
        batch.push_back(&job); // stays valid: only this thread takes from the front, and a deque does not move what it holds
    }
    return batch;
}

void Backlog::addHeartbeat(StoreJob job)
{
    // While the disk fails they would pile up: one after the other says nothing more than the last.
    if (!m_journal.empty() && std::holds_alternative<SaveHeartbeat>(m_journal.back()))
        m_journal.back() = std::move(job);
    else
        m_journal.push_back(std::move(job));
}

void Backlog::journalDone(std::size_t count)
{
    const std::lock_guard lock(m_mutex);
    m_journal.erase(m_journal.begin(), m_journal.begin() + static_cast<std::ptrdiff_t>(count));
    m_room.notify_all();
}

HistoryBatch Backlog::takeHistory()
{
    const std::lock_guard lock(m_mutex);
    HistoryBatch batch;
    batch.chunks.assign(std::make_move_iterator(m_chunks.begin()), std::make_move_iterator(m_chunks.end()));
    m_chunks.clear();
    if (patienceIsOver()) {
        for (auto &[sensor, tail] : m_tails)
            batch.tails.push_back(std::move(tail));
        m_tails.clear();
        batch.health.swap(m_health);
        m_waitingSince = m_heartbeat ? std::optional(m_clock.steadyNow()) : std::nullopt;
    }
    m_room.notify_all();
    return batch;
}

void Backlog::putBack(HistoryBatch batch)
{
    const std::lock_guard lock(m_mutex);
    const auto sealedSince = [this](const SaveChunk &tail) {
        return std::any_of(m_chunks.begin(), m_chunks.end(),
                           [&](const SaveChunk &chunk) { return !chunk.late && chunk.sensor == tail.sensor; });
    };
    for (SaveChunk &tail : batch.tails)
        if (!m_tails.contains(tail.sensor) && !sealedSince(tail))
            m_tails.emplace(tail.sensor, std::move(tail));
    m_chunks.insert(m_chunks.begin(), std::make_move_iterator(batch.chunks.begin()), std::make_move_iterator(batch.chunks.end()));
    m_health.insert(m_health.begin(), std::make_move_iterator(batch.health.begin()), std::make_move_iterator(batch.health.end()));
    if (!m_tails.empty() || !m_health.empty())
        startPatience();
    dropSurplus();
}

void Backlog::setFailing(bool failing)
{
    const std::lock_guard lock(m_mutex);
    m_failing = failing;
    m_room.notify_all();
}

void Backlog::dropSurplus()
{
    while (m_failing && m_chunks.size() > kMostChunks) {
        m_chunks.pop_front();
        ++m_dropped;
    }
    if (m_health.size() > kMostHealthRows)
        m_health.erase(m_health.begin(), m_health.end() - static_cast<std::ptrdiff_t>(kMostHealthRows));
}

std::size_t Backlog::droppedChunks() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace telltale::store
