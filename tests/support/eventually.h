// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <thread>

namespace telltale::test {

/// Waits until `condition` holds; false when it does not within `deadline`. For conditions that another thread brings about.
template <typename Condition>
[[nodiscard]] bool eventually(Condition condition, std::chrono::seconds deadline = std::chrono::seconds{30})
{
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return true;
}

} // namespace telltale::test
