// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/model/trained_model.h"

#include <map>

namespace telltale::detect {

/// The row of `kinds()` with that name, or null.
[[nodiscard]] const DetectorKind *kindNamed(std::string_view name);

/// The judge of a model of a kind that is trained; `params` overrule the settings in the model.
/// Errors: as `makeDetector`; Corrupt when the model's tables do not fit the kind.
[[nodiscard]] Result<std::unique_ptr<RawDetector>> makeTrainedDetector(const TrainedModelPtr &model,
                                                                       const std::map<std::string, ParamValue> &params,
                                                                       const std::vector<ChannelSpec> &channels);

} // namespace telltale::detect
