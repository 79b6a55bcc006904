// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/watch_set.h"

#include "ui/live/live_bridge.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kDelayMs = 120;

} // namespace

WatchSet::WatchSet(LiveBridge &bridge, QObject *parent) : QObject(parent), m_bridge(bridge)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &WatchSet::post);
}

void WatchSet::setTrend(std::vector<SensorId> sensors)
{
    m_trend = std::move(sensors);
    plan();
}

void WatchSet::setTiles(std::vector<SensorId> sensors)
{
    m_tiles = std::move(sensors);
    plan();
}

void WatchSet::plan()
{
    if (wanted() != m_posted && !m_delay.isActive()) {
        m_delay.start();
    }
}

std::vector<SensorId> WatchSet::wanted() const
{
    std::vector<SensorId> sensors = m_trend; // first: it must not fall to the cap
    for (const SensorId sensor : m_tiles) {
        if (std::find(sensors.begin(), sensors.end(), sensor) == sensors.end()) {
            sensors.push_back(sensor);
        }
    }
    sensors.resize(std::min(sensors.size(), kMost));
    std::sort(sensors.begin(), sensors.end());
    return sensors;
}

void WatchSet::post()
{
    std::vector<SensorId> sensors = wanted();
    if (sensors == m_posted) {
        return;
    }
    if (m_bridge.post(command::WatchSensors{sensors}) == 0) {
        m_delay.start(); // the inbox was full
        return;
    }
    m_posted = std::move(sensors);
}

} // namespace telltale::ui
