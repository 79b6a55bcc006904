// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarios/plant_signals.h"

#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace telltale::simulator {

namespace {

/// How quickly a machine's load forgets itself.
constexpr double kLoadSec = 0.4;
/// The slow swell, as a share of the noise: visible over minutes, far below anything a detector should call.
constexpr double kSwellShare = 0.2;
constexpr double kSwellSec = 180.0;

struct SignalSpec {
    const char *name;
    const char *unit;
    const char *text;
    double low;
    double high;
    double base;
    double noise;    ///< standard deviation
    double cycle;    ///< amplitude; negative where the sensor falls while others of its machine rise
    double cycleSec; ///< period
    double load;     ///< per unit of the machine's load
};

struct MachineSpec {
    const char *path;
    std::span<const SignalSpec> signals;
};

constexpr std::array<SignalSpec, 4> kPump{{
    {"pressure", "bar", "Outlet pressure", 0, 10, 4.2, 0.0015, 0.05, 2.0, 0.001},
    {"flow", "L/min", "Flow", 0, 400, 240, 0.06, -2.0, 2.0, -0.04},
    {"temperature", "°C", "Bearing temperature", 0, 120, 46.5, 0.006, 0.2, 4.0, 0.004},
    {"vibration", "mm/s", "Vibration velocity at the bearing", 0, 20, 2.1, 0.003, 0.1, 1.0, 0.002},
}};
constexpr std::array<SignalSpec, 3> kBoiler{{
    {"temperature", "°C", "Steam temperature", 0, 260, 182, 0.012, 0.4, 4.0, 0.008},
    {"pressure", "bar", "Steam pressure", 0, 16, 9.6, 0.0009, 0.03, 4.0, 0.0006},
    {"level", "%", "Water level", 0, 100, 61, 0.009, 0.3, 3.0, -0.006},
}};
constexpr std::array<SignalSpec, 3> kFan{{
    {"speed", "rpm", "Fan speed", 0, 3000, 1480, 0.045, 1.5, 2.5, 0.03},
    {"current", "A", "Motor current", 0, 30, 12.4, 0.0018, 0.06, 2.5, 0.0012},
    {"vibration", "mm/s", "Vibration velocity at the hub", 0, 20, 1.4, 0.0012, 0.04, 1.0, 0.0008},
}};
constexpr std::array<SignalSpec, 3> kMixer{{
    {"torque", "N·m", "Torque at the shaft", 0, 200, 85, 0.054, 1.8, 3.0, 0.036},
    {"speed", "rpm", "Stirrer speed", 0, 120, 62, 0.003, -0.1, 3.0, -0.002},
    {"temperature", "°C", "Temperature of the batch", 0, 100, 38, 0.0045, 0.15, 4.0, 0.003},
}};
constexpr std::array<SignalSpec, 3> kConveyor{{
    {"speed", "m/s", "Belt speed", 0, 3, 1.2, 0.00012, -0.004, 2.0, -0.00008},
    {"current", "A", "Drive current", 0, 25, 7.8, 0.0024, 0.08, 2.0, 0.0016},
    {"load", "kg/m", "Goods on the belt", 0, 80, 24, 0.015, 0.5, 4.0, 0.01},
}};
constexpr std::array<MachineSpec, 5> kMachines{{
    {"line-a/pump1", kPump},
    {"line-a/boiler", kBoiler},
    {"line-a/fan", kFan},
    {"line-b/mixer", kMixer},
    {"line-b/conveyor", kConveyor},
}};

double totalSd(const SignalSpec &spec)
{
    const double swell = kSwellShare * spec.noise;
    return std::sqrt(spec.noise * spec.noise + spec.load * spec.load + (spec.cycle * spec.cycle + swell * swell) / 2.0);
}

AssetPlan planOf(const MachineSpec &machine)
{
    AssetPlan plan{machine.path, {}};
    for (const SignalSpec &each : machine.signals)
        plan.sensors.push_back({each.name, each.unit, each.low, each.high, each.text, NormalBand{each.base, totalSd(each)}});
    return plan;
}

double wave(double elapsedSec, double periodSec)
{
    return std::sin(2.0 * std::numbers::pi * std::fmod(elapsedSec, periodSec) / periodSec);
}

} // namespace

PlantSignals::PlantSignals(std::uint64_t seed)
{
    for (const MachineSpec &machine : kMachines) {
        m_assets.push_back(planOf(machine));
        m_machines.push_back({Random(seed, machine.path)});
    }
}

/// First-order process, exact for any step, so that rate and statistics are independent.
double PlantSignals::loadAt(Machine &machine, double elapsedSec) const
{
    const double kept = machine.started ? std::exp(-(elapsedSec - machine.lastSec) / kLoadSec) : 0.0;
    machine.load = kept * machine.load + std::sqrt(1.0 - kept * kept) * machine.random.normal();
    machine.lastSec = elapsedSec;
    machine.started = true;
    return machine.load;
}

Row PlantSignals::next(std::size_t asset, double elapsedSec)
{
    Row row;
    Machine &machine = m_machines[asset];
    const double load = loadAt(machine, elapsedSec);
    for (const SignalSpec &each : kMachines[asset].signals)
        row.values.push_back(each.base + each.cycle * wave(elapsedSec, each.cycleSec) + each.load * load
                             + each.noise * (machine.random.normal() + kSwellShare * wave(elapsedSec, kSwellSec)));
    row.truth = Truth{};
    return row;
}

} // namespace telltale::simulator
