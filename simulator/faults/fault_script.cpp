// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/fault_script.h"

#include "core/base/option_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>

namespace telltale::simulator {

namespace {

constexpr double kFirstBeginSec = 25.0;
constexpr double kLeastGapSec = 20.0;
constexpr double kLargestGapSec = 40.0;

/// One round of the script. `sds` is the size in standard deviations of the sensor, for variance the factor itself.
struct ScriptStep {
    FaultKind kind;
    double lengthSec;
    double sds;
};
constexpr std::array<ScriptStep, kFaultKinds> kRound{{
    {FaultKind::Spike, 4.0, 12.0},
    {FaultKind::Step, 8.0, 9.0},
    {FaultKind::Malformed, 4.0, 0.0},
    {FaultKind::Drift, 12.0, 12.0},
    {FaultKind::Stuck, 10.0, 0.0},
    {FaultKind::OutOfOrder, 4.0, 0.0},
    {FaultKind::Variance, 8.0, 5.0},
    {FaultKind::DropOut, 8.0, 0.0},
}};

/// The state behind `endlessFaults`: beginnings add up, so they must be drawn one after the other.
struct Drawn {
    Random random;
    std::size_t count = 0;
    double beginSec = kFirstBeginSec;
};

Fault scripted(const std::vector<AssetPlan> &assets, std::size_t number, double beginSec)
{
    const ScriptStep &step = kRound[number % kRound.size()];
    Fault fault{step.kind, number % assets.size(), 0, beginSec, step.lengthSec, step.sds};
    const auto &sensors = assets[fault.asset].sensors;
    fault.sensor = number / assets.size() % sensors.size();
    if (step.kind != FaultKind::Variance && sensors[fault.sensor].normal)
        fault.size *= sensors[fault.sensor].normal->sd;
    return fault;
}

using Parts = std::map<std::string, std::string, std::less<>>;
constexpr std::array<std::string_view, 6> kPartNames{"kind", "at", "for", "size", "sensor", "asset"};

Error wrongPart(std::string_view part, const std::string &what)
{
    return {ErrorKind::InvalidArgument, what, std::string(part)};
}

Result<Parts> splitParts(std::string_view text)
{
    Parts parts;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        const std::size_t equals = part.find('=');
        const std::string name(part.substr(0, equals));
        if (equals == std::string_view::npos)
            return wrongPart(part, "expected name=value");
        if (std::find(kPartNames.begin(), kPartNames.end(), name) == kPartNames.end())
            return wrongPart(name, "unknown part; there are kind, at, for, size, sensor, asset");
        if (!parts.emplace(name, part.substr(equals + 1)).second)
            return wrongPart(name, "given more than once");
    }
    return parts;
}

Result<double> numberPart(const Parts &parts, std::string_view name, bool required, double min)
{
    const auto found = parts.find(name);
    if (found == parts.end())
        return required ? Result<double>(wrongPart(name, "missing")) : Result<double>(0.0);
    double number = 0.0;
    const char *end = found->second.data() + found->second.size();
    const auto [rest, error] = std::from_chars(found->second.data(), end, number);
    if (error != std::errc{} || rest != end || !std::isfinite(number) || number < min)
        return wrongPart(name, "expected a number, found \"" + found->second + '"');
    return number;
}

/// Position of the entry with this name; the first one when none is given.
template <typename Entry>
Result<std::size_t> placeOf(const Parts &parts, std::string_view part, const std::vector<Entry> &entries, std::string Entry::*name)
{
    const auto given = parts.find(part);
    if (given == parts.end())
        return std::size_t{0};
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry &each) { return each.*name == given->second; });
    if (found != entries.end())
        return static_cast<std::size_t>(found - entries.begin());
    std::vector<std::string_view> names;
    for (const Entry &entry : entries)
        names.push_back(entry.*name);
    const std::string nearest = nearestWord(given->second, names);
    return wrongPart(part, "nothing is called \"" + given->second + '"' + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
}

bool needsSize(FaultKind kind)
{
    return changesValues(kind) && kind != FaultKind::Stuck;
}

} // namespace

FaultScript endlessFaults(std::vector<AssetPlan> assets, std::uint64_t seed)
{
    const auto drawn = std::make_shared<Drawn>(Drawn{Random(seed, "faults")});
    return [assets = std::move(assets), drawn](std::size_t number) -> std::optional<Fault> {
        for (; drawn->count < number; ++drawn->count)
            drawn->beginSec += drawn->random.uniform(kLeastGapSec, kLargestGapSec);
        return scripted(assets, number, drawn->beginSec);
    };
}

FaultScript listedFaults(std::vector<Fault> faults)
{
    std::stable_sort(faults.begin(), faults.end(), [](const Fault &a, const Fault &b) { return a.beginSec < b.beginSec; });
    return [faults = std::move(faults)](std::size_t number) -> std::optional<Fault> {
        return number < faults.size() ? std::optional(faults[number]) : std::nullopt;
    };
}

Result<Fault> parseFault(std::string_view text, const std::vector<AssetPlan> &assets)
{
    const auto parts = splitParts(text);
    if (!parts)
        return parts.error();
    const auto kindText = parts->find(std::string_view("kind"));
    if (kindText == parts->end())
        return wrongPart("kind", "missing");
    const auto kind = faultKind(kindText->second);
    if (!kind)
        return wrongPart("kind", kind.error().what);
    const auto begin = numberPart(*parts, "at", true, 0.0);
    const auto length = numberPart(*parts, "for", true, 1e-3);
    const auto size = numberPart(*parts, "size", needsSize(*kind), -1e12);
    for (const auto *number : {&begin, &length, &size})
        if (!*number)
            return number->error();
    const auto asset = placeOf(*parts, "asset", assets, &AssetPlan::path);
    if (!asset)
        return asset.error();
    const auto sensor = placeOf(*parts, "sensor", assets[*asset].sensors, &SensorPlan::name);
    if (!sensor)
        return sensor.error();
    return Fault{*kind, *asset, *sensor, *begin, *length, *size};
}

} // namespace telltale::simulator
