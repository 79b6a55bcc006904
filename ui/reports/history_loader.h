// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/history_question.h"

#include <string>

namespace telltale::ui {

/// Reads stored samples of a sensor, or what they come to, out of a data folder, as a TrendView wants them. Each call opens a reader of its
/// own, so it may be called from any thread. Errors: anything that cannot be read is simply not there; the trend then shows no older
/// samples.
[[nodiscard]] HistoryLoader historyLoader(std::string dataFolder);

} // namespace telltale::ui
