// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/detector_spec.h"
#include "core/model/ids.h"

#include <string>
#include <vector>

namespace telltale::study {

/// When a sensor or an asset gets a new model, and which one waits to take over.
struct RetrainingEntry {
    static constexpr double kDefaultDays = 10.0;

    SensorKey source = {};
    double everyDays = kDefaultDays;
    UtcTime last = kNoTime;       ///< newest training of this schedule, or when it was switched on
    DetectorSpec challenger = {}; ///< trained, neither promoted nor discarded yet; kind empty = none
    DetectorSpec previous = {};   ///< what the last promotion replaced; kind empty = nothing to roll back to
    bool previousIsPlant = false; ///< `previous` was as the plant file says, which may say otherwise by now

    [[nodiscard]] bool due(UtcTime now) const;
    /// What a change back asks for: kind empty where the plant file is to rule again.
    [[nodiscard]] DetectorSpec rollBack() const { return previousIsPlant ? DetectorSpec{} : previous; }
};

/// All schedules of a data folder: DATA/models/schedule.json.
struct RetrainingPlan {
    std::vector<RetrainingEntry> entries;

    [[nodiscard]] RetrainingEntry *find(const SensorKey &source);
    [[nodiscard]] const RetrainingEntry *find(const SensorKey &source) const;
};

[[nodiscard]] std::string retrainingPath(const std::string &dataFolder);
/// Missing: no file, no schedules. Errors: BadFormat, Io.
[[nodiscard]] Result<RetrainingPlan> readRetraining(const std::string &dataFolder);
/// Errors: Io, Full; the old file then stands.
[[nodiscard]] Result<void> writeRetraining(const std::string &dataFolder, const RetrainingPlan &plan);

} // namespace telltale::study
