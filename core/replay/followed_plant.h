// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/model/snapshot.h"
#include "core/pipeline/plant_directory.h"
#include "core/replay/replay_samples.h"
#include "core/store/store_reader.h"

#include <string>
#include <vector>

namespace telltale::replay {

/// Sensors, feeds and samples of a plant that somebody else watches and stores, as they are now. Numbers of sensors never change: what a
/// plant file says is that of the beginning, new sensors are added.
/// Missing: how far detectors are warm, what is thought of assets as a whole, and which of several feeds a sensor comes from (the first is
/// said); nobody stores that. Units: event times. Errors of `read`: as StoreReader. Thread: one.
/// Cost of a reading: one query a sensor and the samples since its newest sealed chunk.
class FollowedPlant {
public:
    explicit FollowedPlant(config::Plant plant);
    FollowedPlant(const FollowedPlant &) = delete;
    FollowedPlant &operator=(const FollowedPlant &) = delete;

    /// `alive`: the writer's newest sign of life.
    [[nodiscard]] Result<void> read(const store::StoreReader &reader, UtcTime alive);
    /// Structure, sensors, feeds, "now", and the traces of `watched`. After the alarms, whose worst each sensor shows.
    void fill(Snapshot &snapshot, const std::vector<SensorId> &watched);

private:
    [[nodiscard]] Result<void> readSensors(const store::StoreReader &reader);
    [[nodiscard]] Result<void> readFeeds(const store::StoreReader &reader, UtcTime alive);
    void take(const store::StoredFeedHealth &stored);
    [[nodiscard]] bool simulatedClock() const;
    [[nodiscard]] UtcTime present(UtcTime alive) const;

    struct Feed {
        UtcTime at = kNoTime; ///< of its newest row
        FeedHealth health;
    };
    pipeline::PlantDirectory m_directory;
    std::size_t m_known = 0;   ///< stored sensors
    std::vector<Feed> m_feeds; ///< by FeedId
    UtcTime m_feedsThrough = kNoTime;
    const store::StoreReader *m_reader = nullptr; ///< only while reading
    ReplaySamples m_samples;
    UtcTime m_now = kNoTime;
};

} // namespace telltale::replay
