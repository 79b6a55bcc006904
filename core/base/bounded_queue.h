// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace telltale {

/// A queue between threads that never grows beyond its capacity. What happens when it is full is the caller's choice per call:
/// `push` waits, `tryPush` refuses, `pushDroppingOldest` gives back what it threw away.
/// Shapes: first in, first out. `pop` ends only when the queue is closed *and* empty, so nothing queued is ever lost at shutdown.
/// Thread: any number of producers and consumers. Closed flag and items share one mutex; every wait has a predicate.
template <typename T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    /// Waits for room. Returns false when the queue is closed; the item is then not queued.
    bool push(T item)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_closed || m_items.size() < m_capacity; });
        return append(std::move(item));
    }

    /// Returns false when full or closed.
    bool tryPush(T item)
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size() < m_capacity && append(std::move(item));
    }

    /// Queues always (unless closed) and returns the oldest item where that had to make room.
    std::optional<T> pushDroppingOldest(T item)
    {
        const std::lock_guard lock(m_mutex);
        std::optional<T> dropped;
        if (m_items.size() >= m_capacity && !m_closed) {
            dropped = std::move(m_items.front());
            m_items.pop_front();
        }
        append(std::move(item));
        return dropped;
    }

    /// Waits for an item; empty only when closed and drained.
    std::optional<T> pop()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return m_closed || !m_items.empty(); });
        return take();
    }

    /// Like `pop`, but also returns empty after `timeout`. Ask `drained()` which of the two it was.
    template <typename Rep, typename Period>
    std::optional<T> popFor(std::chrono::duration<Rep, Period> timeout)
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, timeout, [this] { return m_closed || !m_items.empty(); });
        return take();
    }

    /// Takes up to `limit` items without waiting.
    std::vector<T> popMany(std::size_t limit)
    {
        const std::lock_guard lock(m_mutex);
        std::vector<T> taken;
        while (!m_items.empty() && taken.size() < limit) {
            taken.push_back(std::move(m_items.front()));
            m_items.pop_front();
        }
        m_room.notify_all();
        return taken;
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_filled.notify_all();
        m_room.notify_all();
    }

    [[nodiscard]] bool drained() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed && m_items.empty();
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

    [[nodiscard]] std::size_t capacity() const { return m_capacity; }

private:
    bool append(T &&item)
    {
        if (m_closed)
            return false;
        m_items.push_back(std::move(item));
        m_filled.notify_one();
        return true;
    }

    std::optional<T> take()
    {
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item = std::move(m_items.front());
        m_items.pop_front();
        m_room.notify_one();
        return item;
    }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_room;
    std::deque<T> m_items;
    bool m_closed = false;
};

} // namespace telltale
