// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <vector>

namespace telltale {

/// One reading of the last ones, where it differs from the most similar stretch of the sensor's own past.
struct DifferingReading {
    std::size_t before = 0; ///< so many readings before the newest of the stretch; 0 = the newest
    double expected = kMissing;
    double actual = kMissing;
    double share = 0.0; ///< of the sum of the squared differences of all readings
};

/// Where the last readings differ most from what was most like them: the largest share first, at most `most`, none of less than a tenth.
/// Missing: empty where the explanation has no stretches, where they are the same, or where one of them is not all numbers.
[[nodiscard]] std::vector<DifferingReading> differingReadings(const Explanation &why, std::size_t most = 3);

/// Did the value that is to blame lie outside the band that was expected? Of what compares stretches, or many sensors, it need not.
/// Missing: false where value or band are not known; one end of a band is enough.
[[nodiscard]] bool leavesItsBand(const Explanation &why);

} // namespace telltale
