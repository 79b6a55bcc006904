// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/catalog.h"

#include "core/base/option_table.h"
#include "simulator/faults/faulted_scenario.h"
#include "simulator/plant/channel_file.h"
#include "simulator/scenarios/channel_scenario.h"
#include "simulator/scenarios/evaporator.h"
#include "simulator/scenarios/plant_signals.h"
#include "simulator/scenarios/stations.h"
#include "simulator/scenarios/vehicle.h"

#include <algorithm>
#include <array>

namespace telltale::simulator {

namespace {

using Made = Result<std::unique_ptr<Scenario>>;

Made makePlant(const ScenarioSettings &settings)
{
    auto signals = std::make_unique<PlantSignals>(settings.seed);
    FaultScript script = endlessFaults(signals->assets(), settings.seed);
    return Made(std::make_unique<FaultedScenario>(std::move(signals), std::move(script)));
}

Made makeVehicle(const ScenarioSettings &settings)
{
    return Made(std::make_unique<VehicleScenario>(settings.seed, settings.transitions));
}

Made makeStations(const ScenarioSettings &settings)
{
    WalkSettings walk;
    walk.mode = settings.walkMode;
    return Made(std::make_unique<StationsScenario>(settings.stations, settings.seed, walk));
}

Made makeEvaporator(const ScenarioSettings &settings)
{
    return Made(std::make_unique<EvaporatorScenario>(settings.seed));
}

Made makeTurbine(const ScenarioSettings &settings)
{
    return Made(std::make_unique<ChannelScenario>("turbine/node1", turbineChannels(), ChannelTruth::OutsideThreeSd, settings.seed));
}

Made makeThreeSensors(const ScenarioSettings &settings)
{
    auto channels =
        settings.channelFile.empty() ? parseChannels(builtInChannelFile(), "built-in channels") : loadChannels(settings.channelFile);
    if (!channels)
        return channels.error();
    return Made(std::make_unique<ChannelScenario>("three-sensors/room1", std::move(*channels), ChannelTruth::Replaced, settings.seed));
}

constexpr std::array<ScenarioEntry, 6> kCatalog{{
    {"plant", "five machines on two lines, with labelled faults of eight kinds for ever", 10.0, 0.1, 0.0, {}, {}, makePlant},
    {"vehicle",
     "one vehicle's engine and position; a two-state machine skews all engine channels",
     0.2,
     5.0,
     0.0,
     {},
     "--transitions",
     makeVehicle},
    {"stations",
     "1 to 1000 weather stations of nine sensors on a weighted random walk",
     1.0,
     1.0,
     0.0,
     {},
     "--stations --mode",
     makeStations},
    {"evaporator",
     "one laboratory day of an air-conditioning evaporator with an event at noon, 600 times faster",
     1.0 / 60.0,
     60.0,
     600.0,
     "2021-06-10T00:00:00Z",
     {},
     makeEvaporator},
    {"turbine",
     "three Gaussian channels of a wind turbine; anomalous outside three standard deviations",
     1.0,
     1.0,
     0.0,
     {},
     {},
     makeTurbine},
    {"three-sensors",
     "independent channels from a channel file: temperature, humidity and noise by default",
     1.0,
     5.0,
     0.0,
     {},
     "--channels",
     makeThreeSensors},
}};

} // namespace

std::span<const ScenarioEntry> scenarioCatalog()
{
    return kCatalog;
}

Result<const ScenarioEntry *> findScenario(std::string_view name)
{
    std::vector<std::string_view> names;
    for (const ScenarioEntry &entry : kCatalog) {
        if (entry.name == name)
            return &entry;
        names.push_back(entry.name);
    }
    const std::string nearest = nearestWord(name, names);
    std::string what = "no scenario is called \"" + std::string(name) + '"';
    if (!nearest.empty())
        what += "; did you mean " + nearest + '?';
    what += "\nScenarios:";
    for (const std::string_view each : names)
        what += ' ' + std::string(each);
    return Error{ErrorKind::InvalidArgument, std::move(what), {}};
}

Result<std::unique_ptr<Scenario>> buildScenario(const ScenarioEntry &entry, const ScenarioSettings &settings)
{
    auto scenario = entry.make(settings);
    if (!scenario || settings.faults.empty())
        return scenario;
    std::vector<Fault> faults;
    for (const std::string &text : settings.faults) {
        const auto fault = parseFault(text, (*scenario)->assets());
        if (!fault)
            return Error{ErrorKind::InvalidArgument, fault.error().text(), "--inject " + text};
        faults.push_back(*fault);
    }
    return Made(std::make_unique<FaultedScenario>(std::move(*scenario), listedFaults(std::move(faults))));
}

} // namespace telltale::simulator
