// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

namespace telltale::pipeline {

/// What a running program says of itself to those who watch it from outside.
struct Heartbeat {
    UtcTime at = kNoTime;
    std::int64_t process = 0;
    std::string standsStill;         ///< threads, with how long; empty = everything runs
    std::string journal;             ///< "writing", "failing", "read-only"
    std::uint64_t storedThrough = 0; ///< number of the newest event on the disk
};

template <typename A, typename X>
requires std::same_as<std::remove_const_t<X>, Heartbeat>
void describe(A &a, X &x)
{
    a("at", x.at);
    a("process", x.process);
    a("standsStill", x.standsStill);
    a("journal", x.journal);
    a("storedThrough", x.storedThrough);
}

/// "DATA/heartbeat.json".
[[nodiscard]] std::string heartbeatPath(const std::string &dataFolder);
/// Errors: NotFound, BadFormat, Io.
[[nodiscard]] Result<Heartbeat> readHeartbeat(const std::string &path);

/// Whether all is well, in a sentence. Older than this, and the program is dead, stopped, or cannot write.
inline constexpr std::chrono::seconds kHeartbeatLimit{5};
struct Liveness {
    bool alive = false;
    std::string text;
};
[[nodiscard]] Liveness livenessOf(const Result<Heartbeat> &heartbeat, UtcTime now);

} // namespace telltale::pipeline
