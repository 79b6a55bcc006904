// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/quality.h"
#include "core/model/score.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace telltale {

struct MinMax {
    float min = 0.0F;
    float max = 0.0F;
};

/// Samples of one sensor as columns, in order of event time. Immutable once sealed and then shared between threads.
/// Shapes: all columns have the same length, at most kCapacity. `levels[0]` summarises 16 samples a cell, each further level 16 cells.
/// Units: `t` nanoseconds since 1970 UTC; value, lower, upper in the sensor's unit; score in units of its limit (1 = at the limit).
/// Missing: NaN in any column; a cell with no finite value has min > max.
struct Chunk {
    static constexpr std::size_t kCapacity = 1024;
    static constexpr std::uint8_t kQualityMask = 0x03; ///< Quality
    static constexpr std::uint8_t kVerdictShift = 2;   ///< Verdict in bits 2-3
    static constexpr std::uint8_t kGapBefore = 0x10;   ///< do not draw a line from the sample before
    static constexpr std::uint8_t kNotScored = 0x20;   ///< late or duplicate: stored only

    SensorId sensor{};
    std::vector<std::int64_t> t;
    std::vector<double> value;
    std::vector<float> score;
    std::vector<float> lower;
    std::vector<float> upper;
    std::vector<std::uint8_t> flags;
    std::vector<std::vector<MinMax>> levels; ///< of `value`; empty in an open tail

    [[nodiscard]] std::size_t size() const { return t.size(); }
    [[nodiscard]] bool empty() const { return t.empty(); }
    [[nodiscard]] Quality quality(std::size_t i) const { return static_cast<Quality>(flags[i] & kQualityMask); }
    [[nodiscard]] Verdict verdict(std::size_t i) const { return static_cast<Verdict>((flags[i] >> kVerdictShift) & 0x03); }
};

using ChunkPtr = std::shared_ptr<const Chunk>;

} // namespace telltale
