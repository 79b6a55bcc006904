// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarm/alarm_policy.h"
#include "core/detect/detector.h"
#include "core/model/snapshot.h"
#include "core/pipeline/chunk_builder.h"
#include "core/pipeline/period_meter.h"

#include <memory>

namespace telltale::pipeline {

/// Everything that belongs to one sensor while it is being watched: its detector, its policy, its samples, its newest state.
/// Thread: the alarm thread; `detector` alone is used by the sensor's shard while that thread waits.
struct SensorLane {
    SensorLane(SensorId sensor, AlarmDefinition alarm, std::size_t keptChunks)
        : id(sensor)
        , definition(std::move(alarm))
        , policy(definition, Duration::zero())
        , chunks(sensor, keptChunks)
    {
    }

    SensorId id;
    AlarmDefinition definition;
    std::unique_ptr<detect::Detector> detector; ///< null when it could not be built: NoDecision for ever, and said so
    alarm::AlarmPolicy policy;
    ChunkBuilder chunks;
    PeriodMeter meter;
    SensorState state;
    UtcTime lastTime = kNoTime;     ///< event time of the newest row
    UtcTime lastReceived = kNoTime; ///< our clock
    bool gapBefore = false;         ///< something is known to be missing before the next row
    Score lastAnomaly;              ///< what a timer-driven raise is explained with
    double lastAnomalyValue = kMissing;
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
    Duration period{0}; ///< as it was known when the row came: later rows of the same step must not change it
    Score score;
};

} // namespace telltale::pipeline
