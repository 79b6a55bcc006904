// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace telltale {

/// Holds the newest immutable value that one thread publishes and another looks at. Older values are simply forgotten.
/// Thread: any. Cost: one uncontended mutex; measured at millions of operations a second where some 35 are needed.
template <typename T>
class LatestSlot {
public:
    void store(std::shared_ptr<const T> value)
    {
        const std::lock_guard lock(m_mutex);
        m_value.swap(value);
    }

    [[nodiscard]] std::shared_ptr<const T> load() const
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

} // namespace telltale
