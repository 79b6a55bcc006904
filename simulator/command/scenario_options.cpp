// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/scenario_options.h"

#include "core/base/event_time.h"

#include <array>
#include <charconv>
#include <utility>

namespace telltale::simulator {

namespace {

constexpr std::uint64_t kMaxRows = 1'000'000'000;
constexpr double kMaxRate = 10'000.0;
constexpr double kMaxSpeed = 1e9;
constexpr double kMaxSeconds = 1e8;
constexpr double kShortestInterval = 1e-6;
constexpr std::string_view kFileStart = "2025-01-01T00:00:00Z";
constexpr std::array<std::string_view, 4> kOwnOptions{"--stations", "--mode", "--transitions", "--channels"};
constexpr std::array<std::pair<std::string_view, WalkMode>, 3> kModes{
    {{"reference", WalkMode::Reference}, {"reverting", WalkMode::Reverting}, {"independent", WalkMode::Independent}}};

Error wrong(std::string_view option, std::string what)
{
    return {ErrorKind::InvalidArgument, std::move(what), std::string(option)};
}

Result<UtcTime> readStart(const Options &options, UtcTime fallback)
{
    if (!options.has("--start"))
        return fallback;
    const auto time = readEventTime(options.text("--start"));
    return time ? *time : Result<UtcTime>(wrong("--start", time.error().what));
}

Result<void> checkOwnOptions(const Options &options, const ScenarioEntry &entry)
{
    for (const std::string_view option : kOwnOptions)
        if (options.has(option) && entry.ownOption.find(option) == std::string_view::npos)
            return wrong(option, "is not for the scenario " + std::string(entry.name));
    return {};
}

Result<WalkMode> readMode(const Options &options)
{
    const std::string given = options.text("--mode", kModes.front().first);
    for (const auto &[name, mode] : kModes)
        if (name == given)
            return mode;
    return wrong("--mode", "expected reference, reverting or independent, found \"" + given + '"');
}

/// "0.1,0.5"
Result<Transitions> readTransitions(const Options &options)
{
    if (!options.has("--transitions"))
        return Transitions{};
    const std::string given = options.text("--transitions");
    const char *const end = given.data() + given.size();
    Transitions read;
    const auto first = std::from_chars(given.data(), end, read.toAbnormal);
    const bool comma = first.ec == std::errc{} && first.ptr != end && *first.ptr == ',';
    const auto second = std::from_chars(comma ? first.ptr + 1 : end, end, read.toNormal);
    const auto isShare = [](double value) { return value >= 0.0 && value <= 1.0; };
    if (!comma || second.ec != std::errc{} || second.ptr != end || !isShare(read.toAbnormal) || !isShare(read.toNormal))
        return wrong("--transitions", "expected two probabilities such as 0.1,0.5, found \"" + given + '"');
    return read;
}

} // namespace

Result<std::uint64_t> readCount(const Options &options, std::string_view name, std::uint64_t fallback, std::uint64_t min, std::uint64_t max)
{
    if (!options.has(name))
        return fallback;
    const std::string given = options.text(name);
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), count);
    if (error != std::errc{} || end != given.data() + given.size() || count < min || count > max)
        return wrong(name,
                     "expected a whole number from " + std::to_string(min) + " to " + std::to_string(max) + ", found \"" + given + '"');
    return count;
}

Result<ScenarioRequest> readScenario(const Options &options)
{
    const auto entry = findScenario(options.positional().at(0));
    if (!entry)
        return entry.error();
    if (auto checked = checkOwnOptions(options, **entry); !checked)
        return checked.error();
    const auto seed = readCount(options, "--seed", 1, 0, ~std::uint64_t{0});
    const auto stations = readCount(options, "--stations", 1, 1, 1000);
    const auto mode = readMode(options);
    const auto transitions = readTransitions(options);
    for (const Error *error : {seed ? nullptr : &seed.error(), stations ? nullptr : &stations.error(), mode ? nullptr : &mode.error(),
                               transitions ? nullptr : &transitions.error()})
        if (error)
            return *error;
    return ScenarioRequest{*entry, {*seed, *stations, *mode, *transitions, options.text("--channels"), options.all("--inject")}};
}

Result<Schedule> readSchedule(const Options &options, const ScenarioEntry &entry, UtcTime now)
{
    const bool fixedClock = entry.simulatedSpeed > 0.0;
    const bool simulated = fixedClock || options.has("--speed");
    if (fixedClock && options.has("--rate") && options.has("--speed"))
        return wrong("--rate", "is another way to say --speed here: give one of them");
    if (fixedClock && options.has("--burst"))
        return wrong("--burst", "is not for the scenario " + std::string(entry.name));
    if (!simulated && options.has("--start"))
        return wrong("--start", "needs a simulated clock: give --speed too");
    const auto rate = options.number("--rate", entry.rateHz, 1e-4, kMaxRate);
    const auto speed = options.number("--speed", entry.simulatedSpeed, 1e-3, kMaxSpeed);
    const auto burst = readCount(options, "--burst", 0, 0, kMaxRows);
    if (!rate || !speed || !burst)
        return !rate ? rate.error() : !speed ? speed.error() : burst.error();
    const double intervalSec = 1.0 / (fixedClock ? entry.rateHz : *rate);
    const auto pause = options.number("--pause", 3.0 * intervalSec, 0.0, kMaxSeconds);
    const UtcTime begin = entry.start.empty() ? UtcTime(std::chrono::floor<std::chrono::seconds>(now)) : *readEventTime(entry.start);
    const auto start = readStart(options, begin);
    if (!pause || !start)
        return !pause ? pause.error() : start.error();
    const bool rateGiven = fixedClock && options.has("--rate");
    return Schedule{fromSeconds(intervalSec), *burst, fromSeconds(*pause), rateGiven ? *rate * intervalSec : *speed, *start};
}

Result<FileSettings> readFileSettings(const Options &options, const ScenarioEntry &entry)
{
    if (!options.has("--rows"))
        return wrong("--rows", "is needed: how many rows shall be written?");
    const auto rows = readCount(options, "--rows", 0, 1, kMaxRows);
    const auto interval = options.number("--interval", entry.fileIntervalSec, kShortestInterval, kMaxSeconds);
    const auto start = readStart(options, *readEventTime(entry.start.empty() ? kFileStart : entry.start));
    if (!rows || !interval || !start)
        return !rows ? rows.error() : !interval ? interval.error() : start.error();
    // Beyond the century no monitor accepts the times.
    if (const double endSec = toSeconds(start->time_since_epoch()) + static_cast<double>(*rows) * *interval; endSec > 4.1e9)
        return wrong("--rows", "the last rows would lie after the year 2099");
    FileSettings settings;
    settings.rows = *rows;
    settings.start = *start;
    settings.interval = fromSeconds(*interval);
    settings.labelThreeSd = options.has("--label-3sd");
    return settings;
}

} // namespace telltale::simulator
