// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/quality.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace telltale {

/// Values of one sensor in a batch. Shapes: `values` has one entry per row of the batch; `quality` is empty (all good) or as long.
/// Missing: a value that is missing is NaN. A sensor that is not in the batch at all was simply not sent.
struct SensorColumn {
    std::string sensor;
    std::vector<double> values;
    std::vector<Quality> quality;

    [[nodiscard]] Quality qualityAt(std::size_t row) const { return quality.empty() ? Quality::Good : quality[row]; }
};

/// What a simulator says about its own rows. For evaluation only; detection never sees it.
struct Truth {
    bool anomaly = false;
    std::string kind;
    std::vector<std::string> sensors;
};

/// The samples of one message: one asset, some rows in the order in which they were sent.
/// Units: each sensor's own. Times are event time as sent, not yet checked for order.
struct SampleBatch {
    std::string asset;
    std::uint64_t epoch = 0;          ///< random id of the publisher's run; 0 = unknown
    std::optional<std::uint64_t> seq; ///< message counter per asset; absent = unsequenced
    std::vector<UtcTime> times;       ///< one per row; never empty once decoded
    std::vector<SensorColumn> columns;
    std::optional<Truth> truth;
    UtcTime received = kNoTime; ///< our clock when the message came in

    [[nodiscard]] std::size_t rows() const { return times.size(); }
};

} // namespace telltale
