// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/chunk.h"
#include "core/study/detector_study.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::ui {

/// What really happened to a sensor or an asset in some time.
struct PastAlarms {
    std::vector<study::RealAlarm> raises; ///< one per raise, by time; a number may come more than once
    bool cut = false;                     ///< there were more than `kMost`: only the newest are here

    static constexpr std::size_t kMost = 10'000; ///< raises and clears
};

/// How the page reads what is stored; the functions are called on worker threads. Empty functions: there is no history. Times are event
/// times. Errors: as StoreReader; a folder without a journal yet holds nothing.
struct HistoryAccess {
    std::function<Result<std::vector<ChunkPtr>>(const SensorKey &sensor, UtcTime from, UtcTime to)> samples;
    /// As StoreReader::newestBefore.
    std::function<Result<UtcTime>(const SensorKey &sensor, UtcTime time)> newestBefore;
    std::function<Result<PastAlarms>(const SensorKey &source, UtcTime from, UtcTime to)> alarms;
    std::string folder; ///< where models are kept, below `models`; empty = nothing can be trained here

    [[nodiscard]] bool available() const { return bool(samples); }
};

/// Of a data folder; empty name = no history.
[[nodiscard]] HistoryAccess storedHistory(const std::string &dataFolder);

} // namespace telltale::ui
