// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/detect/row_aligner.h"
#include "core/model/snapshot.h"
#include "core/pipeline/alarm_lane.h"
#include "core/pipeline/period_meter.h"

#include <memory>
#include <optional>
#include <vector>

namespace telltale::pipeline {

using detect::RowAligner;

/// A detector for several sensors and which they are. Rows on their way through detection keep the one they were made for.
struct AssetJudge {
    std::vector<SensorId> channels;
    std::unique_ptr<detect::Detector> detector; ///< null when it could not be built: NoDecision for ever, and said so
};

/// Everything that belongs to an asset as a whole while it is being watched. Thread: as SensorLane.
struct AssetLane : AlarmLane {
    AssetLane(AssetId asset, AlarmDefinition alarm, std::optional<DetectorSpec> detector)
        : AlarmLane(std::move(alarm))
        , id(asset)
        , wanted(std::move(detector))
    {
    }

    AssetId id;
    std::optional<DetectorSpec> wanted; ///< nothing: the asset is not judged as a whole
    std::vector<SensorId> channels;     ///< sensors that have reported, in the order of the detector's channels
    std::shared_ptr<AssetJudge> judge;  ///< null until enough of them have reported
    RowAligner rows;
    PeriodMeter meter;
    AssetState state;
    bool deciding = false; ///< its newest judgement is a decision, and nothing has been wrong with its sensors since
    std::shared_ptr<const AssetJudge> lastAnomalyJudge;
    std::vector<double> lastAnomalyValues; ///< by channel of that judge
};

/// One row of one asset on its way through detection.
struct AssetReading {
    AssetLane *lane = nullptr;
    std::shared_ptr<AssetJudge> judge;
    std::size_t before = 0; ///< position among the sensors' readings: it is judged before the ones that completed it
    RowAligner::Row row;
    UtcTime received;
    Duration period{0};
    std::uint64_t lostBefore = 0; ///< messages
    Score score;

    /// No row: the detector started anew here.
    [[nodiscard]] bool isStart() const { return row.t == kNoTime; }
};

} // namespace telltale::pipeline
