// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace telltale {

/// NoDecision: warming up, inputs missing, or a model that cannot run. It is never shown as normal.
enum class Verdict : std::uint8_t { NoDecision, Normal, Anomalous };

[[nodiscard]] std::string_view toText(Verdict verdict);

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// How much one sensor had to do with a score. Shapes: `channel` is the position in the point that was scored.
struct Contribution {
    std::uint32_t channel = 0;
    double share = 0.0;         ///< 0 to 1; all shares of a score sum to 1
    double expected = kMissing; ///< in the sensor's unit
    double actual = kMissing;
};

/// The newest readings of one sensor, and the most similar stretch of its own past. Shapes: equally long, oldest first. Units: the sensor's.
struct Precedent {
    std::vector<double> actual;
    std::vector<double> nearest;
};

/// A detector's judgement of one row. `value` is compared with `limit`; both are in whatever unit the last stage gives them.
struct Score {
    Verdict verdict = Verdict::NoDecision;
    double raw = kMissing;      ///< before any stage
    double value = kMissing;    ///< after the stages
    double limit = kMissing;    ///< anomalous at or above it
    double likelihood = 0.0;    ///< 0 normal … 1 anomalous
    double expected = kMissing; ///< one sensor: what the detector expected, in the sensor's unit
    double lower = kMissing;    ///< one sensor: the band outside which it would fire
    double upper = kMissing;
    bool controlled = false;                 ///< alert control is among the stages: only `pulse` may raise
    bool pulse = false;                      ///< alert control lets this row raise (or escalate) an alarm
    std::vector<Contribution> contributions; ///< of an anomalous row of several sensors, largest first; else empty
    std::shared_ptr<const Precedent> precedent; ///< of an anomalous row of a detector that compares stretches; else null
};

} // namespace telltale
