// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/export_command.h"

#include "app/common/version.h"
#include "app/desktop/places.h"
#include "ui/reports/report_export.h"
#include "ui/text.h"

#include <QSysInfo>
#include <charconv>
#include <cstdio>

namespace telltale::app {

namespace {

constexpr int kOk = 0;
constexpr int kFailure = 1;
constexpr int kUsage = 2;
constexpr int kPartial = 3;

Result<std::vector<OccurrenceId>> incidentOf(const std::string &text)
{
    if (text == "last")
        return std::vector<OccurrenceId>{};
    OccurrenceId id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size() || id == 0)
        return Error{ErrorKind::InvalidArgument, "expected the number of an alarm or last, found \"" + text + '"', "--export-incident"};
    return std::vector<OccurrenceId>{id};
}

int complain(int code, const Error &error)
{
    std::fprintf(stderr, "telltale: %s\n", error.text().c_str());
    return code;
}

} // namespace

int exportIncidentCommand(const DesktopOptions &options)
{
    auto incident = incidentOf(options.incident);
    if (!incident)
        return complain(kUsage, incident.error());
    ui::ExportRequest request;
    request.dataFolder = placesOf(options).dataFolder;
    request.occurrences = *incident;
    request.outFolder = options.output;
    request.station = ui::fromQt(QSysInfo::machineHostName());
    request.productVersion = "Telltale " + productVersion();
    // One form at a time: a printer that fails must not take the others with it.
    std::size_t failed = 0;
    for (const std::string &name : options.formats) {
        request.formats = {*ui::reportFormat(name)};
        const auto written = ui::exportIncident(request);
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

int exportJournalCommand(const DesktopOptions &options)
{
    const auto count = ui::exportJournalCsv(placesOf(options).dataFolder, options.since, options.until, options.output);
    if (!count)
        return complain(kFailure, count.error());
    std::printf("%s: %llu transitions\n", options.output.c_str(), static_cast<unsigned long long>(*count));
    return kOk;
}

} // namespace telltale::app
