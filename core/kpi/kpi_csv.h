// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <string>

namespace telltale::kpi {

/// The page as one CSV table: section,name,figure,value,unit,mark. Sections: window, figure, priority, actor, asset, detector, bin, flood,
/// standing, feed. Lines end with CR LF; numbers have a dot and round-trip, times are ISO 8601 in UTC.
/// Missing: what is not known is an empty cell.
[[nodiscard]] std::string kpiCsv(const Kpis &kpis);

} // namespace telltale::kpi
