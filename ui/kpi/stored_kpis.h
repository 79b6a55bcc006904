// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/kpi/kpis.h"

#include <functional>
#include <string>

namespace telltale::ui {

/// The figures of a window from a data folder: what page, command line and handover show. `stopWanted` may be empty.
/// Errors: Cancelled, or as store::scanWindow; a folder without a journal is NotFound. Thread: any.
/// Cost: some 2 s for a month of a million transitions.
[[nodiscard]] Result<kpi::Kpis> storedKpis(const std::string &dataFolder, const kpi::KpiQuestion &question,
                                           const std::function<bool()> &stopWanted = {});

} // namespace telltale::ui
