// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/detector_spec.h"

#include <string>
#include <vector>

namespace telltale::study {

/// The stages in force: those of the spec, or the kind's own.
[[nodiscard]] std::vector<std::string> stagesOf(const DetectorSpec &detector);

/// The setting that is this detector's limit, in the unit of Score::value: behind alert control `theta`, behind a tail `tailLimit`, else
/// the kind's own. Empty where the limit is learned and cannot be set.
[[nodiscard]] std::string limitSetting(const DetectorSpec &detector);

} // namespace telltale::study
