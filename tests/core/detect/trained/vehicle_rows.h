// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/seeded_random.h"
#include "core/model/row_table.h"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace telltale::test {

/// Readings of a vehicle's engine, labelled: a two-state machine makes all six channels 2 to 3 times as large while it is abnormal. As in
/// the batch that this follows, 18 % of the rows labelled abnormal carry values of the normal range.
class VehicleRows {
public:
    explicit VehicleRows(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] RowTable rows(std::size_t count)
    {
        RowTable table;
        table.sensors = {"rpm", "coolant_temp", "vapor_pressure", "cm_voltage", "torque_percent", "oxygen_rate"};
        bool abnormal = false;
        for (std::size_t row = 0; row < count; ++row) {
            abnormal = m_random.uniform() < (abnormal ? 0.5 : 0.1);
            const bool mislabelled = abnormal && m_random.uniform() < 0.18;
            const double skew = abnormal && !mislabelled ? 2.0 + m_random.uniform() : 1.0;
            table.times.push_back(fromNanos(1'616'067'360'000'000'000) + static_cast<std::int64_t>(row) * std::chrono::minutes(1));
            table.anomalous.push_back(abnormal ? 1 : 0);
            for (const double value :
                 {std::floor(1000.0 * chiSquared(10) * skew), between(70.0, 90.0) * skew, between(6000.0, 8000.0) * skew,
                  std::floor(100.0 * chiSquared(2)) * skew, normal(50.0, 10.0) * skew, normal(80.0, 20.0) * skew})
                table.values.push_back(value);
        }
        return table;
    }

private:
    [[nodiscard]] double between(double low, double high) { return low + (high - low) * m_random.uniform(); }
    [[nodiscard]] double normal(double mean, double sd)
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - m_random.uniform()));
        return mean + sd * radius * std::cos(2.0 * std::numbers::pi * m_random.uniform());
    }
    [[nodiscard]] double chiSquared(int freedom)
    {
        double sum = 0.0;
        for (int i = 0; i < freedom; ++i)
            sum += std::pow(normal(0.0, 1.0), 2);
        return sum;
    }

    detect::SeededRandom m_random;
};

} // namespace telltale::test
