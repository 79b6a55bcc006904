// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/host/host_meter.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

namespace telltale::simulator {

namespace {

namespace fs = std::filesystem;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMaxTemperatures = 32;

double diskPercent(const std::string &root)
{
    struct statvfs disk = {};
    if (statvfs(root.empty() ? "/" : root.c_str(), &disk) != 0 || disk.f_blocks == 0)
        return kNaN;
    // As df does: what only the superuser may use counts neither as used nor as free.
    const auto used = static_cast<double>(disk.f_blocks - disk.f_bfree);
    return 100.0 * used / (used + static_cast<double>(disk.f_bavail));
}

SensorPlan percent(std::string name, std::string text)
{
    return {std::move(name), "%", 0.0, 100.0, std::move(text), std::nullopt};
}

SensorPlan upwards(std::string name, std::string unit, std::string text)
{
    return {std::move(name), std::move(unit), 0.0, std::nullopt, std::move(text), std::nullopt};
}

/// Folders in a stable order; empty where there are none.
std::vector<fs::path> entries(const std::string &folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator(); it.increment(error))
        found.push_back(it->path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

HostMeter::HostMeter(std::string root, bool perCore) : m_root(std::move(root))
{
    m_cpuBefore = parseCpuTimes(content("/proc/stat"));
    m_netBefore = parseNetBytes(content("/proc/net/dev"));
    m_sensors.push_back(percent("cpu", "Processor time in use, all cores"));
    m_cpus = 1;
    for (std::size_t i = 1; perCore && i < m_cpuBefore.size(); ++i, ++m_cpus)
        m_sensors.push_back(percent(m_cpuBefore[i].name, "Processor time in use, one core"));
    m_sensors.push_back(percent("memory", "Memory that is not available"));
    m_sensors.push_back(percent("disk", "Space in use on the root file system"));
    m_sensors.push_back(upwards("net_rx", "kB/s", "Received over all interfaces but the loopback"));
    m_sensors.push_back(upwards("net_tx", "kB/s", "Sent over all interfaces but the loopback"));
    m_sensors.push_back(upwards("load1", "", "Processes that run or want to, mean of a minute"));
    findTemperatures();
}

std::string HostMeter::content(const std::string &path) const
{
    std::ostringstream text;
    if (const std::ifstream file(m_root + path); file)
        text << file.rdbuf();
    return text.str();
}

void HostMeter::addTemperature(const std::string &file, const std::string &name)
{
    if (m_temperatureFiles.size() == kMaxTemperatures || !parseTemperature(content(file)))
        return;
    m_temperatureFiles.push_back(file);
    m_sensors.push_back({name, "°C", -40.0, 125.0, "Temperature, " + file, std::nullopt});
}

void HostMeter::findTemperatures()
{
    for (const auto &zone : entries(m_root + "/sys/class/thermal"))
        if (zone.filename().string().starts_with("thermal_zone"))
            addTemperature("/sys/class/thermal/" + zone.filename().string() + "/temp", "temp_" + zone.filename().string());
    for (const auto &chip : entries(m_root + "/sys/class/hwmon"))
        for (const auto &file : entries(chip.string())) {
            const std::string name = file.filename().string();
            if (name.starts_with("temp") && name.ends_with("_input"))
                addTemperature("/sys/class/hwmon/" + chip.filename().string() + '/' + name,
                               "temp_" + chip.filename().string() + '_' + name.substr(0, name.size() - 6));
        }
}

void HostMeter::appendCpu(std::vector<double> &values)
{
    auto now = parseCpuTimes(content("/proc/stat"));
    for (std::size_t i = 0; i < m_cpus; ++i) {
        // Cores can be switched off: the same place must still have the same name.
        const bool comparable = i < now.size() && i < m_cpuBefore.size() && now[i].name == m_cpuBefore[i].name;
        values.push_back(comparable ? busyPercent(m_cpuBefore[i], now[i]).value_or(kNaN) : kNaN);
    }
    m_cpuBefore = std::move(now);
}

void HostMeter::appendNet(std::vector<double> &values, double elapsedSec)
{
    const auto now = parseNetBytes(content("/proc/net/dev"));
    const auto rate = [&](std::uint64_t NetBytes::*counter) {
        if (!now || !m_netBefore || elapsedSec <= 0.0 || (*now).*counter < (*m_netBefore).*counter)
            return kNaN;
        return static_cast<double>((*now).*counter - (*m_netBefore).*counter) / 1000.0 / elapsedSec;
    };
    values.push_back(rate(&NetBytes::received));
    values.push_back(rate(&NetBytes::sent));
    m_netBefore = now;
}

std::vector<double> HostMeter::read(double elapsedSec)
{
    std::vector<double> values;
    appendCpu(values);
    values.push_back(parseMemoryPercent(content("/proc/meminfo")).value_or(kNaN));
    values.push_back(diskPercent(m_root));
    appendNet(values, elapsedSec);
    values.push_back(parseLoad(content("/proc/loadavg")).value_or(kNaN));
    for (const std::string &file : m_temperatureFiles)
        values.push_back(parseTemperature(content(file)).value_or(kNaN));
    return values;
}

} // namespace telltale::simulator
