// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <span>
#include <string_view>

namespace telltale::kpi {

enum class KpiUnit { Alarms, Definitions, PerHour, PerTenMinutes, Percent, Seconds, Minutes, Hours, Episodes };

[[nodiscard]] std::string_view toText(KpiUnit unit); ///< as in files: "1/h"

/// One number of the page as a row of a table: page, file and command line are all made from it, so they cannot differ.
struct KpiFigure {
    std::string_view id; ///< in files; may be added to, never changed
    KpiUnit unit;
    double (*value)(const Kpis &);
    double (*mark)(const KpiLimits &) = nullptr; ///< the reference mark; null = there is none
};

[[nodiscard]] std::span<const KpiFigure> kpiFigures();
/// The row of that name. Errors: none; an unknown name is a programming error.
[[nodiscard]] const KpiFigure &kpiFigure(std::string_view id);

} // namespace telltale::kpi
