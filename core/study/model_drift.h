// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/evaluate/control_chart.h"
#include "core/model/trained_model.h"
#include "core/study/detector_study.h"

#include <string>
#include <vector>

namespace telltale::study {

/// Mean and standard deviation of each channel in the rows a model was learned from: as the model has them, or from the rows it remembers.
/// Missing: a channel whose model keeps neither is left out.
[[nodiscard]] std::vector<ModelChannel> dataMoments(const TrainedModel &model);

/// The limit, in its own raw score, that a detector of a kind that learns as it runs has come to after all rows that its model remembers:
/// the cut-off of that training. NaN where it decided nothing, and for kinds that are trained once, whose models have theirs already.
/// `seedName` as for makeDetector. Errors: Cancelled when `watch` said so. Cost: the detector's, over the rows.
[[nodiscard]] Result<double> limitReached(const TrainedModel &model, const std::vector<detect::ChannelSpec> &channels,
                                          const std::string &seedName, const StudyWatch &watch = {});

/// How the cut-offs of models, oldest first, moved: a control chart. Models without one (NaN) are left out.
struct CutOffChart {
    std::vector<TrainedModelPtr> models;        ///< those with a cut-off
    evaluate::ControlLimits limits;             ///< of all of them
    std::vector<evaluate::ControlSignal> rules; ///< one per model
};

[[nodiscard]] CutOffChart cutOffChart(const std::vector<TrainedModelPtr> &models);

} // namespace telltale::study
