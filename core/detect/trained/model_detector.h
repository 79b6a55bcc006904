// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/raw_detector.h"
#include "core/detect/trained/fitted_model.h"
#include "core/detect/trained/row_scale.h"

#include <optional>

namespace telltale::detect {

/// Lets a trained model judge an asset's rows. It never learns from them.
/// Shapes: the model's channels are found among the asset's sensors by name, in any order; other sensors are ignored.
/// Missing: as long as a channel of the model is missing, bad, or no sensor of the asset at all, rows are NoDecision.
/// Likelihood: the share of the training rows that were less strange.
class ModelDetector final : public RawDetector {
public:
    /// `limit`: anomalous beyond it.
    ModelDetector(std::shared_ptr<const FittedModel> model, const TrainedModel &values, double limit,
                  const std::vector<ChannelSpec> &channels);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] std::vector<Contribution> contributions() const override;
    /// With the model.
    [[nodiscard]] std::size_t bytes() const override;

private:
    [[nodiscard]] bool readRow(const Point &point);
    [[nodiscard]] double likelihood(double raw) const;

    std::shared_ptr<const FittedModel> m_model;
    RowScale m_scale;
    std::vector<std::optional<std::size_t>> m_sources; ///< per channel of the model: where it stands in a point
    std::vector<double> m_scoreQuantiles;
    double m_limit;
    std::vector<double> m_row; ///< the last one judged, scaled
};

} // namespace telltale::detect
