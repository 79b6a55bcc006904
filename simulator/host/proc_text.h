// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::simulator {

/// Jiffies since boot of one processor line.
struct CpuTimes {
    std::string name; ///< "cpu" for all together, "cpu0", …
    std::uint64_t busy = 0;
    std::uint64_t total = 0;
};
/// /proc/stat. Waiting for a disk counts as idle.
[[nodiscard]] std::vector<CpuTimes> parseCpuTimes(std::string_view stat);
/// Share of busy time between two readings, 0 to 100; nothing when no time has passed or the counters went backwards.
[[nodiscard]] std::optional<double> busyPercent(const CpuTimes &before, const CpuTimes &after);

/// /proc/meminfo: share of memory that is not available, in percent.
[[nodiscard]] std::optional<double> parseMemoryPercent(std::string_view meminfo);

/// Bytes since boot over all interfaces except the loopback.
struct NetBytes {
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
};
/// /proc/net/dev.
[[nodiscard]] std::optional<NetBytes> parseNetBytes(std::string_view dev);

/// /proc/loadavg: the first number.
[[nodiscard]] std::optional<double> parseLoad(std::string_view loadavg);

/// A sysfs temperature file: thousandths of a degree Celsius. Errors: nothing for text that is no temperature from -100 to 250 °C.
[[nodiscard]] std::optional<double> parseTemperature(std::string_view text);

} // namespace telltale::simulator
