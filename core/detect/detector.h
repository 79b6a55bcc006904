// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/detector_spec.h"
#include "core/model/quality.h"
#include "core/model/score.h"
#include "core/model/trained_model.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace telltale::detect {

/// One row to judge. Shapes: `values` and `quality` have one entry per channel, in the order given to `makeDetector`.
/// Missing: NaN. Times strictly increase from call to call: late and duplicate rows never get here.
struct Point {
    UtcTime time;
    std::span<const double> values;
    std::span<const Quality> quality;
    bool gapBefore = false; ///< samples are known to be missing between the row before and this one
};

/// A streaming detector: judges a row with what it knew before, then learns from it.
/// Missing: a needed value that is NaN or bad gives NoDecision and changes nothing.
/// Thread: T2, one shard. Deterministic: same rows, same scores. No clock, no I/O, no randomness but from its seed.
class Detector {
public:
    virtual ~Detector() = default;
    [[nodiscard]] virtual Score update(const Point &point) = 0;
    /// Rows shown so far were of the past: no alert was given for them, so none keeps later ones from alerting.
    virtual void forgetAlerts() {}
    /// 0 … 1: how much of the warm-up is done.
    [[nodiscard]] virtual double warmUp() const { return 1.0; }
    /// Bytes held, for the memory table. About right is enough.
    [[nodiscard]] virtual std::size_t bytes() const = 0;
};

/// What a detector watches.
struct ChannelSpec {
    std::string sensor;
    std::string unit;
    double low = kMissing; ///< physical range, NaN = not stated
    double high = kMissing;
    Duration period{0};
};

/// All detectors of this build, with their settings: the one table that plant files, help and forms are checked against.
[[nodiscard]] const DetectorCatalog &catalog();

/// Builds the detector and the stages behind it.
/// Errors: NotFound for an unknown kind or stage; InvalidArgument for a setting that is unknown, of the wrong type or out of range.
/// NotFound for a detector that learns from labels and has no model; Corrupt or InvalidArgument for a model that does not fit.
/// `seedName` makes a seeded detector's randomness its own: use the sensor's lasting name.
/// `model`: what the detector learned before; `spec.params` overrule its settings, but for those with which a trained model was made:
/// of these another value is an InvalidArgument. Without a model it learns from its first rows.
[[nodiscard]] Result<std::unique_ptr<Detector>> makeDetector(const DetectorSpec &spec, const std::vector<ChannelSpec> &channels,
                                                             const std::string &seedName, const TrainedModelPtr &model = nullptr);

} // namespace telltale::detect
