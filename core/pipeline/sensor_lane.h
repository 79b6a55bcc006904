// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/model/snapshot.h"
#include "core/pipeline/alarm_lane.h"
#include "core/pipeline/chunk_builder.h"
#include "core/pipeline/pause_meter.h"
#include "core/pipeline/period_meter.h"

#include <limits>
#include <memory>

namespace telltale::pipeline {

struct AssetLane;

/// Everything that belongs to one sensor while it is being watched: its detector, its policy, its samples, its newest state.
/// Thread: the alarm thread; `detector` alone is used by the sensor's shard while that thread waits.
struct SensorLane : AlarmLane {
    static constexpr std::size_t kNoChannel = std::numeric_limits<std::size_t>::max();

    SensorLane(SensorId sensor, AlarmDefinition alarm, std::size_t keptChunks)
        : AlarmLane(std::move(alarm))
        , id(sensor)
        , chunks(sensor, keptChunks)
    {
    }

    SensorId id;
    AssetLane *asset = nullptr;                 ///< the asset it belongs to
    std::size_t channel = kNoChannel;           ///< its place among the sensors that the asset as a whole is judged by
    bool raisesAlone = false;                   ///< its own alarm or detector was asked for: never goes into the asset's alarm
    std::unique_ptr<detect::Detector> detector; ///< null when it has none, or none could be built: NoDecision for ever, and said so
    ChunkBuilder chunks;
    PeriodMeter meter;
    PauseMeter pauses;
    SensorState state;
    UtcTime lastTime = kNoTime;     ///< event time of the newest row
    UtcTime lastReceived = kNoTime; ///< our clock
    bool silent = false;            ///< said to deliver nothing any more, until it delivers
    bool gapBefore = false;         ///< something is known to be missing before the next row
    double lastAnomalyValue = kMissing;
    UtcTime withheldSince = kNoTime; ///< first violation of a raise that went into the asset's alarm; kNoTime: nothing is withheld
};

/// One value of one sensor on its way through detection.
struct LaneReading {
    SensorLane *lane = nullptr;
    std::uint32_t shardKey = 0;
    UtcTime t;
    UtcTime received;
    double value = kMissing;
    Quality quality = Quality::Good;
    bool gapBefore = false;
    bool late = false;
    std::uint64_t lostBefore = 0; ///< messages
    Duration period{0};           ///< as it was known when the row came: later rows of the same step must not change it
    Score score;
};

} // namespace telltale::pipeline
