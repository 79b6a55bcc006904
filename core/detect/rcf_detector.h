// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/channel_frame.h"
#include "core/detect/detector_kind.h"
#include "core/detect/random_cut_forest.h"
#include "core/detect/running_moments.h"

#include <vector>

namespace telltale::detect {

/// Random cut forest: how easily would random cuts part the last `shingle` rows from a sample of all such stretches before? No training;
/// learns every row, and forgets.
/// Shapes: one sensor, or several sensors of one asset judged together, up to 256 values in a point.
/// Units: the raw score has none and is near 1, mostly below, whatever is watched. Several sensors are each measured in their own spread
/// (`zScore`): the cuts go by ranges, and the sensor with the largest numbers would otherwise be the only one looked at. For one sensor
/// that makes no difference.
/// The limit is mean + cutOff · standard deviation of all its own scores from the time when a quarter of the sample was filled, for ever:
/// scores keep their scale when the sensor changes its. An anomalous score counts as one at the limit: in full it would blind the model for
/// long after one spike, left out it would narrow the limit with every alarm. The deviation is taken as 1 % of the mean at least, so that a
/// constant sensor is normal. (The reference system scores a whole file first and takes mean and deviation of all its scores, anomalies in
/// full: it judges the early rows by the late ones, which a stream cannot.) The likelihood is that of a normal distribution.
/// `expected`, for one sensor with a shingle of two rows or more, is what followed similar rows; the forest knows no band around it.
/// Missing: a row in which a sensor is missing is left out and the rows around it become neighbours; so does a gap. A shingle across it
/// looks stranger than it is for at most shingle−1 rows if the level changed meanwhile; starting the shingle anew instead would blind the
/// model for as many rows after every gap, and for good on a feed that often loses some.
/// No raw score on the first kOriginRows rows and until the first shingle is complete; 0 until a quarter of the sample is filled.
/// Thread, Cost: as RandomCutForest. Deterministic: the cuts follow from the seed and the seed name.
/// Source: Guha, Mishra, Roy, Schrijvers 2016; AWS's open library for scores, sampling and attribution.
class RcfDetector final : public RawDetector {
public:
    static constexpr std::size_t kOriginRows = 15;

    struct Setup {
        RandomCutForest::Setup forest;
        double cutOff = 2.5;
        std::size_t warmUpRows = 750;
        bool zScore = true;
    };
    RcfDetector(const Setup &setup, SeededRandom random);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] std::vector<Contribution> contributions() const override;
    [[nodiscard]] double warmUp() const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    void collect(std::span<const double> values);
    void push(std::span<const double> values);
    void judgeByOwnScores(RawScore &score);

    Setup m_setup;
    RandomCutForest m_forest;
    std::vector<ChannelFrame> m_frames;
    std::vector<double> m_first; ///< the rows before there is an origin
    std::vector<float> m_row;
    std::vector<double> m_last; ///< the newest row in its own units
    RunningMoments m_scores;
    std::size_t m_rows = 0;
    bool m_newestIsToLearn = false; ///< done before the next row, so that contributions are asked of the forest that gave the score
};

[[nodiscard]] DetectorKind rcfKind();

} // namespace telltale::detect
