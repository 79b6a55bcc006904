// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/detect/settings.h"
#include "core/detect/trained/training_watch.h"
#include "core/model/trained_model.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace telltale::detect {

/// A model that was learned once and only judges. Shapes: rows have one scaled value per channel of the model, all finite.
/// Thread: any; immutable.
class FittedModel {
public:
    virtual ~FittedModel() = default;
    /// Larger = stranger, never negative.
    [[nodiscard]] virtual double score(std::span<const double> row) const = 0;
    /// What the model would have expected in place of `row`, and each channel's share in its score (they need not sum to 1).
    virtual void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const = 0;
    [[nodiscard]] virtual std::size_t bytes() const = 0;
};

/// Scaled rows without missing values, on their way into a fit. Shapes: row-major; `anomalous` empty without labels.
struct ScaledRows {
    std::size_t columns = 0;
    std::vector<double> values;
    std::vector<char> anomalous;

    [[nodiscard]] std::size_t rows() const { return values.size() / columns; }
    [[nodiscard]] std::span<const double> row(std::size_t i) const { return std::span(values).subspan(i * columns, columns); }
};

/// What a fit found.
struct Fit {
    std::vector<NumberTable> tables;
    std::vector<double> scores;     ///< raw scores of training rows (all, or an even choice), as new rows would have got them
    double naturalLimit = kMissing; ///< the model's own limit; NaN = the quantile of `scores` that the setting `share` names
};

/// How a kind of detector learns and comes back from a file.
struct TrainedKind {
    using Fitter = Result<Fit> (*)(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch);
    /// Whether a fit to so many rows of so many channels makes sense. Errors: OutOfRange, `where` names the setting in the way.
    using RowCheck = Result<void> (*)(const Settings &settings, std::size_t rows, std::size_t channels);
    /// Errors: Corrupt when tables are missing or have shapes that do not fit together.
    using Loader = Result<std::shared_ptr<const FittedModel>> (*)(const Settings &settings, const TrainedModel &model);

    bool needsLabels = false;
    Fitter fit = nullptr;
    Loader load = nullptr;
    std::string_view alsoJudges = {}; ///< the setting, besides threshold and warmUp, that counts beside a model too; the others made it
    RowCheck check = nullptr;         ///< asked before every fit; null = at least two rows will do
    /// Asked too where the fit runs on the thread of live alarms: refuses what takes too long; null = nothing.
    RowCheck checkLive = nullptr;
};

/// Settings that all such kinds share: zScore, threshold, warmUp. `largestScore`: what the raw score can reach.
[[nodiscard]] std::vector<ParamRule> trainedParams(double fewestWarmUpRows, double mostWarmUpRows, double largestScore = 1e100);
/// The setting `share`, for kinds that have no limit of their own.
[[nodiscard]] ParamRule shareParam();

/// The model's table of that name. Errors: Corrupt when it is missing, has another number of columns, or an unfinished row, or a
/// number that is not finite. `columns` 0 = any.
[[nodiscard]] Result<const NumberTable *> tableOf(const TrainedModel &model, std::string_view name, std::size_t columns);

} // namespace telltale::detect
