// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/growth_meter.h"

#include "tests/soak/steady_ms.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>

namespace telltale::soak {

namespace {

constexpr double kMsPerHour = 3'600'000.0;
constexpr std::size_t kFewest = 8;

double entries(const std::string &folder, std::error_code &failed)
{
    const std::filesystem::directory_iterator all(folder, failed);
    return failed ? 0.0 : double(std::distance(begin(all), end(all)));
}

} // namespace

std::optional<ProcessSize> sizeOf(pid_t process)
{
    const std::string folder = "/proc/" + std::to_string(process);
    std::ifstream memory(folder + "/statm");
    long total = 0;
    long resident = 0;
    std::error_code failed;
    ProcessSize size{steadyMs(), 0.0, entries(folder + "/fd", failed), failed ? 0.0 : entries(folder + "/task", failed)};
    if (failed || !(memory >> total >> resident))
        return std::nullopt;
    size.rssMib = double(resident) * double(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
    return size;
}

Growth growthOf(const std::vector<ProcessSize> &all, double ProcessSize::*what, std::int64_t warmUpMs)
{
    const auto begin = std::find_if(all.begin(), all.end(), [&](const ProcessSize &size) { return size.ms >= all.front().ms + warmUpMs; });
    const std::vector<ProcessSize> sizes(begin, all.end());
    if (sizes.size() < kFewest)
        return {};
    const double count = double(sizes.size());
    double meanMs = 0.0;
    double mean = 0.0;
    for (const ProcessSize &size : sizes) {
        meanMs += double(size.ms) / count;
        mean += size.*what / count;
    }
    double together = 0.0;
    double spread = 0.0;
    for (const ProcessSize &size : sizes) {
        together += (double(size.ms) - meanMs) * (size.*what - mean);
        spread += (double(size.ms) - meanMs) * (double(size.ms) - meanMs);
    }
    const auto meanOf = [&](auto from, auto to) {
        return std::accumulate(from, to, 0.0, [&](double sum, const ProcessSize &size) { return sum + size.*what; }) / double(to - from);
    };
    const auto quarter = std::ptrdiff_t(sizes.size() / 4);
    return {spread > 0.0 ? together / spread * kMsPerHour : 0.0, meanOf(sizes.begin(), sizes.begin() + quarter),
            meanOf(sizes.end() - quarter, sizes.end())};
}

} // namespace telltale::soak
