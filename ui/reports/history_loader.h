// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/history_question.h"

#include <string>

namespace telltale::ui {

/// Reads stored samples of a sensor, or what they come to, out of a data folder, as a TrendView wants them. Each call opens a reader of its
/// own, so it may be called from any thread. Errors: the answer has what can be read, and says why it is not all. A folder in which nothing
/// was stored yet is none.
[[nodiscard]] HistoryLoader historyLoader(std::string dataFolder);

} // namespace telltale::ui
