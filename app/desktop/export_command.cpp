// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/export_command.h"

#include "app/common/version.h"
#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "ui/reports/report_export.h"
#include "ui/text.h"

#include <charconv>
#include <cstdio>

namespace telltale::app {

namespace {

Result<ui::IncidentRequest> requestOf(const std::string &text)
{
    constexpr std::string_view kIncident = "incident:";
    ui::IncidentRequest request;
    if (text == "last")
        return request;
    const bool incident = text.starts_with(kIncident);
    const char *begin = text.data() + (incident ? kIncident.size() : 0);
    const char *last = text.data() + text.size();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(begin, last, number);
    if (error != std::errc{} || end != last || number == 0)
        return Error{ErrorKind::InvalidArgument, "expected the number of an alarm, last, or incident: and a number, found \"" + text + '"',
                     "--export-incident"};
    if (incident)
        request.incident = number;
    else
        request.occurrences = {number};
    return request;
}

/// One form at a time: a printer that fails must not take the others with it.
int writeReport(const report::IncidentReport &report, const DesktopOptions &options)
{
    ui::ReportForm form;
    form.outFolder = options.output;
    std::size_t failed = 0;
    for (const std::string &name : options.formats) {
        form.formats = {*ui::reportFormat(name)};
        const auto written = ui::exportReport(report, form);
        if (!written) {
            complain(kFailure, written.error());
            ++failed;
            continue;
        }
        for (const std::string &file : *written)
            std::printf("%s\n", file.c_str());
    }
    return failed == 0 ? kOk : failed < options.formats.size() ? kPartial : kFailure;
}

} // namespace

int exportIncidentCommand(const DesktopOptions &options)
{
    auto request = requestOf(options.incident);
    if (!request)
        return complain(kUsage, request.error());
    request->productVersion = "Telltale " + productVersion();
    const auto report = ui::readIncident(placesOf(options).dataFolder, *request);
    return report ? writeReport(*report, options) : complain(kFailure, report.error());
}

int openReportCommand(const DesktopOptions &options)
{
    const auto report = ui::readReportFile(options.reportFile);
    return report ? writeReport(*report, options) : complain(kFailure, report.error());
}

int exportJournalCommand(const DesktopOptions &options)
{
    const auto count = ui::exportJournalCsv(placesOf(options).dataFolder, options.since, options.until, options.output);
    if (!count)
        return complain(kFailure, count.error());
    std::printf("%s: %llu transitions\n", options.output.c_str(), static_cast<unsigned long long>(*count));
    return kOk;
}

} // namespace telltale::app
