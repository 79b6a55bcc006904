// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_definition.h"
#include "core/model/chunk.h"
#include "core/study/detector_study.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace telltale::ui {

/// What really happened to a sensor or an asset in some time.
struct PastAlarms {
    std::vector<study::RealAlarm> raises;      ///< one per raise, by time; a number may come more than once
    std::optional<AlarmDefinition> definition; ///< of its newest alarm; nothing where it never had one
};

/// How the page reads what is stored; both functions are called on worker threads. Empty functions: there is no history.
struct HistoryAccess {
    std::function<std::vector<ChunkPtr>(const SensorKey &sensor, UtcTime from, UtcTime to)> samples;
    std::function<PastAlarms(const SensorKey &source, UtcTime from, UtcTime to)> alarms;
    std::string folder; ///< where models are kept, below `models`; empty = nothing can be trained here

    [[nodiscard]] bool available() const { return bool(samples); }
};

/// Of a data folder; empty name = no history.
[[nodiscard]] HistoryAccess storedHistory(const std::string &dataFolder);

} // namespace telltale::ui
