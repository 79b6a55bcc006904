// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QObject>
#include <QTimer>
#include <vector>

namespace telltale::ui {

class LiveBridge;

/// Tells the pipeline whose samples the snapshots have to carry: the sensor of the trend and the tiles in sight, at most 64. Waits a moment
/// after a change, so that scrolling asks once. Thread: UI.
class WatchSet final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 64;

    explicit WatchSet(LiveBridge &bridge, QObject *parent = nullptr);

    void setTrend(std::vector<SensorId> sensors);
    void setTiles(std::vector<SensorId> sensors);

private:
    void plan();
    void post();
    [[nodiscard]] std::vector<SensorId> wanted() const;

    LiveBridge &m_bridge;
    std::vector<SensorId> m_trend;
    std::vector<SensorId> m_tiles;
    std::vector<SensorId> m_posted;
    QTimer m_delay;
};

} // namespace telltale::ui
