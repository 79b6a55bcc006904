// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/kept_sensors.h"

#include <algorithm>

namespace telltale::ui {

std::vector<SensorSpec> KeptSensors::known() const
{
    std::vector<SensorSpec> sensors;
    for (const Entry &entry : m_entries) {
        if (entry.sensor)
            sensors.push_back(*entry.sensor);
    }
    return sensors;
}

bool KeptSensors::isKept(SensorId sensor) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [sensor](const Entry &each) { return each.sensor && each.sensor->id == sensor; });
}

std::vector<KeptSensors::Entry>::iterator KeptSensors::find(const SensorKey &key)
{
    return std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.key == key; });
}

void KeptSensors::add(const SensorSpec &sensor)
{
    if (const auto waiting = find(sensor.key); waiting != m_entries.end()) {
        waiting->sensor = sensor;
        return;
    }
    m_entries.push_back({sensor.key, sensor});
    if (m_entries.size() > kMostRemembered)
        m_entries.erase(std::find_if(m_entries.begin(), m_entries.end(), [](const Entry &each) { return !each.sensor; }));
}

void KeptSensors::remove(SensorId sensor)
{
    std::erase_if(m_entries, [sensor](const Entry &each) { return each.sensor && each.sensor->id == sensor; });
}

std::vector<SensorKey> KeptSensors::keys() const
{
    std::vector<SensorKey> keys;
    for (const Entry &entry : m_entries)
        keys.push_back(entry.key);
    return keys;
}

void KeptSensors::setKeys(const std::vector<SensorKey> &keys)
{
    m_entries.clear();
    for (const SensorKey &key : keys) {
        const bool whole = !key.asset.empty() && !key.sensor.empty();
        if (whole && find(key) == m_entries.end() && m_entries.size() < kMostRemembered)
            m_entries.push_back({key, std::nullopt});
    }
}

bool KeptSensors::resolve(const Structure &structure)
{
    bool some = false;
    for (Entry &entry : m_entries) {
        if (entry.sensor || !hasRoom())
            continue;
        const auto known =
            std::find_if(structure.sensors.begin(), structure.sensors.end(), [&](const SensorSpec &each) { return each.key == entry.key; });
        if (known == structure.sensors.end())
            continue;
        entry.sensor = *known;
        some = true;
    }
    return some;
}

} // namespace telltale::ui
