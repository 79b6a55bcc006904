// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/detect/running_moments.h"
#include "core/detect/seasonal_profile.h"
#include "core/detect/shingle_library.h"
#include "core/detect/tail_likelihood.h"
#include "core/detect/yardstick.h"

#include <array>
#include <vector>

namespace telltale::detect {

/// Six opinions about one sensor, averaged: was a stretch like the last 5, 10 or 20 values seen before (at this time of day, for one of
/// them), and is the value usual at this hour. Each opinion is made comparable by its own tail fit before they are combined.
/// Shapes: one sensor; rows count as consecutive, whatever time lies between them.
/// Units: the raw score is s ≈ −log10 of a tail probability, 0 to 8; 0 on a sensor that never moved.
/// `expected` is the mean of the newest values of the shingles of width 10 that are nearest. The band is where the shingle opinions would,
/// on their weighted mean, be at the limit.
/// Missing: a missing value is left out and the rows around it become neighbours; so does a gap. A shingle across it looks stranger than
/// it is for at most 19 rows if the level changed meanwhile.
/// Cost: one pass over 4000 shingles of width 20 and six tail fits: see bench_detect. 130 kB, of which 60 are histories of raw scores.
/// Source: ours. Constants and weights were selected on the Numenta Anomaly Benchmark.
class ShingleEnsembleDetector final : public RawDetector {
public:
    struct Setup {
        std::size_t library = 4000;
        std::size_t history = 6000; ///< raw scores that each tail fit remembers
        double warmUp = 750.0;
    };
    explicit ShingleEnsembleDetector(const Setup &setup);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] double halfWidthAt(double s) const override;
    [[nodiscard]] std::shared_ptr<const Precedent> precedent() const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    static constexpr std::size_t kNeighbours = 2;

    void search();
    [[nodiscard]] double distanceOf(std::size_t search) const;
    [[nodiscard]] double expected(double fallback) const;

    ShingleLibrary m_library;
    RunningMoments m_moments;
    Yardstick m_yardstick;
    SeasonalProfile m_season;
    std::vector<TailLikelihood> m_tails;                           ///< of the voices in the order of their table, then of the season
    std::array<std::array<Neighbour, kNeighbours>, 4> m_nearest{}; ///< of each search
};

[[nodiscard]] DetectorKind shingleEnsembleKind();

} // namespace telltale::detect
