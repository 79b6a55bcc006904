// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstddef>
#include <optional>

namespace telltale::detect {

/// What is usual at this hour of the day: a mean an hour (UTC) that keeps learning, at least 2 % a row.
/// Units: the sensor's. Cost: O(1).   Source: ours; stream F of the shingle ensemble.
class SeasonalProfile {
public:
    /// Mean of the hour; nothing before its first value.
    [[nodiscard]] std::optional<double> usual(UtcTime time) const;
    void learn(UtcTime time, double value);

private:
    struct Hour {
        std::size_t count = 0;
        double mean = 0.0;
    };
    std::array<Hour, 24> m_hours{};
};

} // namespace telltale::detect
