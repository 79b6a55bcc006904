// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector_kind.h"
#include "core/detect/running_moments.h"
#include "core/detect/shingle_library.h"

#include <vector>

namespace telltale::detect {

/// Asks whether the last `width` values were ever seen before: the distance of the newest shingle to its nearest neighbours among
/// the sensor's own past. No training, no z-normalising; learns every row.
/// Shapes: one sensor; rows count as consecutive, whatever time lies between them. Raw score 0 until there are four shingles to
/// compare with.
/// Units: the raw score and its yardstick are in the sensor's unit (mean distance / sqrt(width)).
/// With `timeOfDay`, a shingle from another hour is further away: half a day counts like 0.4 standard deviations of all rows so far.
/// `expected` is the mean of the newest values of the nearest shingles.
/// Missing: a missing value is left out and the rows around it become neighbours; so does a gap. A shingle across it looks stranger
/// than it is for at most width−1 rows if the level changed meanwhile.
/// Cost: 7 to 9 µs a row with 4000 shingles of width 10, measured on a shared processor (bench_detect); 52 kB.
/// Source: ours; stream A of the shingle ensemble. Its constants were selected on the Numenta Anomaly Benchmark.
class ShingleKnnDetector final : public RawDetector {
public:
    struct Setup {
        std::size_t width = 10;
        std::size_t neighbours = 2;
        std::size_t library = 4000;
        bool timeOfDay = true;
    };
    explicit ShingleKnnDetector(const Setup &setup);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] std::shared_ptr<const Precedent> precedent() const override;
    [[nodiscard]] std::size_t bytes() const override { return sizeof(*this) + m_library.bytes(); }

private:
    [[nodiscard]] double dayWeight() const;

    Setup m_setup;
    ShingleLibrary m_library;
    std::vector<Neighbour> m_nearest;
    RunningMoments m_spread;
};

[[nodiscard]] DetectorKind shingleKnnKind();

} // namespace telltale::detect
