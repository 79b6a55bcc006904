// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/raw_detector.h"
#include "core/detect/settings.h"
#include "core/detect/trained/fitted_model.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::detect {

/// Everything this build needs to know of one kind of detector. To add a detector, write one file that ends in such a row and
/// name it in `kinds()`.
/// `rule.params` holds the model's own settings and must have `warmUp`, a number of rows: the stages measure their memory in it.
/// `catalog()` appends the settings of the stages, which every kind shares.
struct DetectorKind {
    using Maker = Result<std::unique_ptr<RawDetector>> (*)(const Settings &settings, const std::vector<ChannelSpec> &channels,
                                                           const std::string &seedName);

    DetectorRule rule;
    bool hasOwnLimit = false;           ///< false: without a tail stage, the 99 % quantile of its own raw scores is its limit
    bool givesTail = false;             ///< the raw score is a tail likelihood, s ≈ −log10 p: no tail stage behind it
    Maker make = nullptr;               ///< for kinds that learn as they run
    bool fitsOnce = false;              ///< of those: fits its first `warmUp` whole rows and keeps that; of a model, all its rows
    std::optional<TrainedKind> trained; ///< for kinds that are trained once, in place of `make`

    /// The setting with that name, which the kind must have.
    [[nodiscard]] const ParamRule &param(std::string_view name) const;
};

/// The table, in the order in which people should see it.
[[nodiscard]] const std::vector<DetectorKind> &kinds();

} // namespace telltale::detect
