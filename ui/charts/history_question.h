// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/chunk.h"
#include "core/model/ids.h"
#include "core/model/rollup_cell.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace telltale::ui {

/// What the store is asked for: samples of [from, to), or what those of each minute, hour or day come to, drawn as samples.
struct HistoryQuestion {
    SensorKey sensor;
    UtcTime from{};
    UtcTime to{};
    std::optional<RollupLevel> level = {};
};

struct HistoryAnswer {
    std::vector<ChunkPtr> chunks = {};
    std::size_t damaged = 0;  ///< stored chunks that are damaged: they, or their scores, had to be left out
    std::string problem = {}; ///< why there may be more than `chunks`, which could not be read; empty when all was read
};

/// Answers from what is stored. May be called from any thread.
using HistoryLoader = std::function<HistoryAnswer(const HistoryQuestion &question)>;

} // namespace telltale::ui
