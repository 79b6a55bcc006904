// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace telltale::store {

/// Room on the disk that is kept for what must not be refused: a file that is given up when the disk is full, so that alarms and
/// acknowledgements can still be stored. Made again when there is plenty of room.
/// Thread: one (T3); `held` from any. Errors: none; without room there is no ballast.
class Ballast {
public:
    static constexpr std::uintmax_t kRoomNeeded = 4; ///< times its own size must be free before it is made

    Ballast(std::string path, std::uintmax_t bytes) : m_path(std::move(path)), m_bytes(bytes) {}

    void make();
    /// True when there was one.
    bool giveUp();
    [[nodiscard]] bool held() const { return m_held; }

private:
    const std::string m_path;
    const std::uintmax_t m_bytes; ///< 0 = none is wanted
    std::atomic<bool> m_held{false};
};

} // namespace telltale::store
