// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/host/proc_text.h"

#include <algorithm>
#include <charconv>

namespace telltale::simulator {

namespace {

/// Takes the first line off `text`.
std::string_view takeLine(std::string_view &text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
}

/// Takes the first word off `line`; empty at its end.
std::string_view takeWord(std::string_view &line)
{
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    return word;
}

template <typename Number>
std::optional<Number> numberOf(std::string_view word)
{
    Number number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

std::vector<std::uint64_t> takeCounters(std::string_view line)
{
    std::vector<std::uint64_t> counters;
    while (const auto counter = numberOf<std::uint64_t>(takeWord(line)))
        counters.push_back(*counter);
    return counters;
}

} // namespace

std::vector<CpuTimes> parseCpuTimes(std::string_view stat)
{
    // user nice system idle iowait irq softirq steal; guest times are part of user already.
    constexpr std::size_t kIdle = 3;
    constexpr std::size_t kIoWait = 4;
    constexpr std::size_t kCounted = 8;
    std::vector<CpuTimes> all;
    while (!stat.empty()) {
        std::string_view line = takeLine(stat);
        const std::string_view name = takeWord(line);
        const auto counters = takeCounters(line);
        if (!name.starts_with("cpu") || counters.size() <= kIdle)
            continue;
        CpuTimes times{std::string(name), 0, 0};
        for (std::size_t i = 0; i < std::min(counters.size(), kCounted); ++i) {
            times.total += counters[i];
            times.busy += i == kIdle || i == kIoWait ? 0 : counters[i];
        }
        all.push_back(std::move(times));
    }
    return all;
}

std::optional<double> busyPercent(const CpuTimes &before, const CpuTimes &after)
{
    // The idle counters of some kernels go backwards now and then.
    if (after.total <= before.total || after.busy < before.busy)
        return std::nullopt;
    return std::min(100.0, 100.0 * static_cast<double>(after.busy - before.busy) / static_cast<double>(after.total - before.total));
}

std::optional<double> parseMemoryPercent(std::string_view meminfo)
{
    std::optional<double> total;
    std::optional<double> available;
    while (!meminfo.empty()) {
        std::string_view line = takeLine(meminfo);
        const std::string_view name = takeWord(line);
        if (name == "MemTotal:")
            total = numberOf<double>(takeWord(line));
        else if (name == "MemAvailable:")
            available = numberOf<double>(takeWord(line));
    }
    if (!total || !available || *total <= 0.0)
        return std::nullopt;
    return std::clamp(100.0 * (1.0 - *available / *total), 0.0, 100.0);
}

std::optional<NetBytes> parseNetBytes(std::string_view dev)
{
    constexpr std::size_t kReceived = 0;
    constexpr std::size_t kSent = 8;
    std::optional<NetBytes> sum;
    while (!dev.empty()) {
        const std::string_view line = takeLine(dev);
        // The name may stick to the first counter: "eth0:139079485".
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        std::string_view front = line.substr(0, colon);
        const auto counters = takeCounters(line.substr(colon + 1));
        if (takeWord(front) == "lo" || counters.size() <= kSent)
            continue;
        sum = sum.value_or(NetBytes{});
        sum->received += counters[kReceived];
        sum->sent += counters[kSent];
    }
    return sum;
}

std::optional<double> parseLoad(std::string_view loadavg)
{
    return numberOf<double>(takeWord(loadavg));
}

std::optional<double> parseTemperature(std::string_view text)
{
    std::string_view line = takeLine(text);
    const auto thousandths = numberOf<double>(takeWord(line));
    if (!thousandths || *thousandths < -100'000.0 || *thousandths > 250'000.0)
        return std::nullopt;
    return *thousandths / 1000.0;
}

} // namespace telltale::simulator
