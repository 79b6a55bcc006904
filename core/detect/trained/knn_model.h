// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/detect/trained/nearest_rows.h"

namespace telltale::detect {

/// Distance to the k-th nearest of the training rows.   Source: Ramaswamy, Rastogi, Shim 2000.
class KnnDistanceModel final : public FittedModel {
public:
    KnnDistanceModel(NearestRows rows, std::size_t k);

    [[nodiscard]] double score(std::span<const double> row) const override;
    void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const override;
    [[nodiscard]] std::size_t bytes() const override { return m_rows.bytes(); }

private:
    NearestRows m_rows;
    std::size_t m_k;
};

/// Share of the k nearest training rows that were labelled anomalous; more than half is anomalous. An explanation compares with the k
/// nearest normal rows. Classes that are rare make it blind: with 1 % of anomalous rows and k = 5 it finds next to none.
/// Source: Fix & Hodges 1951.
class KnnVoteModel final : public FittedModel {
public:
    /// `anomalous` has one entry per row of `rows`; `normal` are the others.
    KnnVoteModel(NearestRows rows, std::vector<char> anomalous, NearestRows normal, std::size_t k);

    [[nodiscard]] double score(std::span<const double> row) const override;
    void explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const override;
    [[nodiscard]] std::size_t bytes() const override { return m_rows.bytes() + m_normal.bytes() + m_anomalous.size(); }

private:
    NearestRows m_rows;
    std::vector<char> m_anomalous;
    NearestRows m_normal;
    std::size_t m_k;
};

[[nodiscard]] DetectorKind knnDistanceKind();
[[nodiscard]] DetectorKind knnVoteKind();

} // namespace telltale::detect
