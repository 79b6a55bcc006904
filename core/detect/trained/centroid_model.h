// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"

namespace telltale::detect {

/// K-means: the score is the Euclidean distance to the nearest of the centroids of the training rows.
/// Fit: k-means++ seeding, then Lloyd's steps until no row changes its cluster, at most 300. Deterministic for a seed. With one cluster
/// the centroid is the mean.
/// Cost: a score is O(clusters · channels); nanoseconds. A fit is O(rows · clusters · channels) for each step, and as much for seeding.
/// Source: Lloyd 1982; Arthur & Vassilvitskii 2007.
class CentroidModel final : public FittedModel {
public:
    /// Shapes: row-major, one row per centroid.
    CentroidModel(std::size_t channels, std::vector<double> centroids);

    [[nodiscard]] double score(std::span<const double> row) const override;
    void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    std::size_t m_channels;
    std::vector<double> m_centroids;
};

[[nodiscard]] DetectorKind kmeansKind();

} // namespace telltale::detect
