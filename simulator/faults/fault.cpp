// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults/fault.h"

#include <algorithm>
#include <array>

namespace telltale::simulator {

namespace {

constexpr std::array<std::string_view, kFaultKinds> kNames{"spike",    "step",     "drift",        "stuck",
                                                           "variance", "drop-out", "out-of-order", "malformed"};
constexpr std::uint64_t kRowsPerSpike = 5;
constexpr std::uint64_t kRowsPerBrokenFrame = 10;
constexpr double kRowsBack = 2.0;

} // namespace

std::string_view toText(FaultKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

bool changesValues(FaultKind kind)
{
    return kind < FaultKind::DropOut;
}

Result<FaultKind> faultKind(std::string_view text)
{
    const auto found = std::find(kNames.begin(), kNames.end(), text);
    if (found != kNames.end())
        return static_cast<FaultKind>(found - kNames.begin());
    std::string known;
    for (const auto name : kNames)
        known += (known.empty() ? "" : ", ") + std::string(name);
    return Error{ErrorKind::NotFound, "expected one of " + known + ", found \"" + std::string(text) + '"', {}};
}

void FaultAtWork::changeValue(const SensorPlan &sensor, double elapsedSec, double &value)
{
    const double progress = (elapsedSec - m_fault.beginSec) / m_fault.lengthSec;
    switch (m_fault.kind) {
    case FaultKind::Spike: value += m_rows % kRowsPerSpike == 0 ? m_fault.size : 0.0; break;
    case FaultKind::Step: value += m_fault.size; break;
    case FaultKind::Drift: value += m_fault.size * progress; break;
    case FaultKind::Stuck: value = m_held ? *m_held : *(m_held = value); break;
    case FaultKind::Variance: {
        // Where no mean is known, the value at the onset stands in for it.
        if (!m_held)
            m_held = sensor.normal ? sensor.normal->mean : value;
        value = *m_held + (value - *m_held) * m_fault.size;
        break;
    }
    default: break;
    }
}

void FaultAtWork::apply(const AssetPlan &plan, double elapsedSec, Row &row)
{
    if (m_fault.kind == FaultKind::DropOut)
        row.delivery = Delivery::Withheld;
    else if (m_fault.kind == FaultKind::Malformed && m_rows % kRowsPerBrokenFrame == 0)
        row.delivery = Delivery::Garbled;
    else if (m_fault.kind == FaultKind::OutOfOrder && m_rows % 2 == 1)
        row.shift = fromSeconds(-kRowsBack * (elapsedSec - m_previousSec));
    else if (changesValues(m_fault.kind))
        changeValue(plan.sensors[m_fault.sensor], elapsedSec, row.values[m_fault.sensor]);
    Truth &truth = row.truth ? *row.truth : row.truth.emplace();
    truth.anomaly = truth.anomaly || changesValues(m_fault.kind);
    truth.kind = toText(m_fault.kind);
    if (changesValues(m_fault.kind))
        truth.sensors.push_back(plan.sensors[m_fault.sensor].name);
    m_previousSec = elapsedSec;
    ++m_rows;
}

} // namespace telltale::simulator
