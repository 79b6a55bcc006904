// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/control_chart.h"
#include "core/model/trained_model.h"

#include <vector>

namespace telltale::study {

/// Mean and standard deviation of each channel in the rows a model was learned from: as the model has them, or from the rows it remembers.
/// Missing: a channel whose model keeps neither is left out.
[[nodiscard]] std::vector<ModelChannel> dataMoments(const TrainedModel &model);

/// How the cut-offs of models, oldest first, moved: a control chart. Models without one (NaN) are left out.
struct CutOffChart {
    std::vector<TrainedModelPtr> models;        ///< those with a cut-off
    evaluate::ControlLimits limits;             ///< of all of them
    std::vector<evaluate::ControlSignal> rules; ///< one per model
};

[[nodiscard]] CutOffChart cutOffChart(const std::vector<TrainedModelPtr> &models);

} // namespace telltale::study
