// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/kpi_command.h"

#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "core/base/clock.h"
#include "core/kpi/kpi_csv.h"
#include "ui/kpi/kpi_settings.h"
#include "ui/kpi/stored_kpis.h"
#include "ui/reports/report_files.h"
#include "ui/text.h"

#include <cstdio>

namespace telltale::app {

namespace {

kpi::KpiQuestion questionOf(const DesktopOptions &options, const ui::KpiSettings &settings)
{
    kpi::KpiQuestion question;
    question.limits = settings.limits;
    question.to = options.until.value_or(SystemClock().utcNow());
    const UtcTime newest = question.to - Duration{1};
    question.from = options.since.value_or(kpi::periodAt(kpi::PeriodKind::Shift, newest, settings.shifts, ui::localOffset).from);
    return question;
}

Result<void> write(const std::string &text, const std::string &file)
{
    if (file != "-")
        return ui::writeWhole(ui::toQt(file), [&](QIODevice &out) -> Result<void> {
            if (out.write(text.data(), qint64(text.size())) != qint64(text.size()))
                return Error{ErrorKind::Io, ui::fromQt(out.errorString()), file};
            return {};
        });
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? Result<void>() : Error{ErrorKind::Io, "cannot write to standard output", {}};
}

} // namespace

int kpiCommand(const DesktopOptions &options)
{
    const Places places = placesOf(options);
    const kpi::KpiQuestion question = questionOf(options, ui::readKpiSettings(places.settingsFile));
    if (question.from >= question.to)
        return complain(kUsage, {ErrorKind::InvalidArgument, "must lie before the end of the window", "--since"});
    const auto kpis = ui::storedKpis(places.dataFolder, question);
    if (!kpis)
        return complain(kFailure, kpis.error());
    const auto written = write(kpi::kpiCsv(*kpis), options.output);
    return written ? kOk : complain(kFailure, written.error());
}

} // namespace telltale::app
