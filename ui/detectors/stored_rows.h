// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/detector_study.h"
#include "ui/detectors/history_access.h"
#include "ui/detectors/judged_source.h"

#include <string>
#include <vector>

namespace telltale::ui {

/// What is stored of a sensor or an asset, as its detector would have been shown it.
struct StoredRows {
    /// Rows times columns; more are not looked at in one go.
    static constexpr std::size_t kMostCells = 2'000'000;

    study::StudyRows rows;
    UtcTime from = kNoTime;          ///< rows from here on were asked for; those before only warm up
    bool cut = false;                ///< it begins later than asked for, or `kMostCells` would have been exceeded
    std::vector<std::string> silent; ///< sensors of the asset that never reported: no detector would wait for them
};

/// Reads [from, to) and at least `warmUp` rows before, as far as there are any: backwards and in pieces.
/// Errors: as the history's; Cancelled when `watch` said so, which is asked before every piece of every sensor. Thread: any.
[[nodiscard]] Result<StoredRows> readRows(const HistoryAccess &history, const JudgedSource &source, UtcTime from, UtcTime to,
                                          std::size_t warmUp, const study::StudyWatch &watch);

} // namespace telltale::ui
