// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "simulator/scenarios/scenario.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace telltale::simulator {

/// What goes wrong. The first five change values and are labelled as anomalies; the last three disturb the transport: their rows carry
/// the kind, but no anomaly, because the values are right.
enum class FaultKind { Spike, Step, Drift, Stuck, Variance, DropOut, OutOfOrder, Malformed };
inline constexpr std::size_t kFaultKinds = 8;

[[nodiscard]] std::string_view toText(FaultKind kind); ///< "spike", …, "drop-out", "out-of-order", "malformed"
[[nodiscard]] bool changesValues(FaultKind kind);
/// Errors: NotFound, with the kinds there are.
[[nodiscard]] Result<FaultKind> faultKind(std::string_view text);

/// A fault on its way: when, where, how large.
/// Units: seconds of event time; `size` in the sensor's own unit, except for variance, where it is a factor.
struct Fault {
    FaultKind kind = FaultKind::Spike;
    std::size_t asset = 0;
    std::size_t sensor = 0;
    double beginSec = 0.0;
    double lengthSec = 0.0;
    double size = 0.0;

    [[nodiscard]] double endSec() const { return beginSec + lengthSec; }
    [[nodiscard]] bool covers(double elapsedSec) const { return elapsedSec >= beginSec && elapsedSec < endSec(); }
};

/// Works one fault into the rows of its asset, in order.
/// Spike: every fifth row, from the first one on. Step: all rows. Drift: rises from 0 to `size`. Stuck: holds the first value.
/// Variance: multiplies the distance from the sensor's mean. Drop-out: rows are withheld. Out-of-order: every second row is dated two
/// rows back. Malformed: every tenth row is preceded by a broken frame.
class FaultAtWork {
public:
    explicit FaultAtWork(const Fault &fault) : m_fault(fault) {}

    void apply(const AssetPlan &plan, double elapsedSec, Row &row);
    [[nodiscard]] const Fault &fault() const { return m_fault; }

private:
    void changeValue(const SensorPlan &sensor, double elapsedSec, double &value);

    Fault m_fault;
    std::uint64_t m_rows = 0;
    std::optional<double> m_held;
    double m_previousSec = 0.0;
};

} // namespace telltale::simulator
