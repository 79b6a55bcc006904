// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/host/proc_text.h"
#include "simulator/scenarios/scenario.h"

#include <string>
#include <vector>

namespace telltale::simulator {

/// Reads this computer's own figures: processor, memory, disk, network, load, temperatures. Which sensors there are is settled at the
/// start. Rates are between two calls.
/// Missing: NaN for what cannot be read at the moment. Thread: one.
class HostMeter {
public:
    /// `root` is where /proc and /sys are; tests have their own. `perCore` adds a sensor per processor core.
    explicit HostMeter(std::string root = {}, bool perCore = false);

    [[nodiscard]] const std::vector<SensorPlan> &sensors() const { return m_sensors; }
    /// One value per sensor. `elapsedSec` is the time since the call before.
    [[nodiscard]] std::vector<double> read(double elapsedSec);

private:
    [[nodiscard]] std::string content(const std::string &path) const;
    void findTemperatures();
    void addTemperature(const std::string &file, const std::string &name);
    void appendCpu(std::vector<double> &values);
    void appendNet(std::vector<double> &values, double elapsedSec);

    std::string m_root;
    std::vector<SensorPlan> m_sensors;
    std::size_t m_cpus = 0;
    std::vector<CpuTimes> m_cpuBefore;
    std::optional<NetBytes> m_netBefore;
    std::vector<std::string> m_temperatureFiles;
};

} // namespace telltale::simulator
