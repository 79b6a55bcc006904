// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpi_question.h"
#include "core/kpi/shift_clock.h"

#include <QString>
#include <span>

namespace telltale::ui {

/// What an engineer may set about shifts and figures: the one place for when shifts begin, for the KPI page and for whoever hands over.
struct KpiSettings {
    kpi::ShiftPlan shifts;
    kpi::KpiLimits limits;

    friend bool operator==(const KpiSettings &, const KpiSettings &) = default;
};

/// One number of the limits: a row of the file and of the form.
struct KpiLimitRow {
    const char *key;
    const char *label; ///< for `translate("KpiLimits", …)`
    int decimals;
    double least;
    double most;
    double (*read)(const kpi::KpiLimits &);
    void (*write)(kpi::KpiLimits &, double);
};
[[nodiscard]] std::span<const KpiLimitRow> kpiLimitRows();

/// Group "kpi" of the settings file; empty name = the defaults. Missing: what is not there, cannot be read or makes no sense keeps its
/// default. Thread: any.
[[nodiscard]] KpiSettings readKpiSettings(const QString &file);
/// Errors: Io when the file cannot be written; nothing is kept without a name.
[[nodiscard]] Result<void> writeKpiSettings(const QString &file, const KpiSettings &settings);

/// The computer's zone, which shifts and days are counted in whatever the screen shows.
[[nodiscard]] Duration localOffset(UtcTime time);

} // namespace telltale::ui
