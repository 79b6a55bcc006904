// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/alarm_event.h"
#include "core/report/incident_report.h"

#include "ui/reports/incident_source.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::ui {

enum class ReportFormat { Pdf, Html, Csv, Json };

/// "pdf", "html", "csv", "json". Errors: InvalidArgument, naming what is known.
[[nodiscard]] Result<ReportFormat> reportFormat(std::string_view name);

/// How a report is written, whatever it is about.
struct ReportForm {
    std::set<ReportFormat> formats{ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Csv, ReportFormat::Json};
    std::string outFolder = {};   ///< made when it is missing
    std::string zone = {};        ///< IANA name for local times; empty = the computer's own
    UtcTime reportTime = kNoTime; ///< kNoTime = now
};

struct ExportRequest {
    std::string dataFolder;
    IncidentRequest about;
    ReportForm form;
};

/// The words of a report in the language of the program. Errors: InvalidArgument for an unknown zone.
[[nodiscard]] Result<report::Wording> wordingFor(const ReportForm &form);

/// Writes an incident in every wanted format; the answer names the files, in the order of the formats. Files are named after the alarm's
/// number and source, are written in one piece each, and replace an earlier report of the same alarms.
/// Errors: NotFound for an unknown alarm, incident or folder, InvalidArgument for an unknown zone, Io, or as the store gives them.
/// Thread: any, with a QGuiApplication alive when a PDF is wanted (fonts).
[[nodiscard]] Result<std::vector<std::string>> exportIncident(const ExportRequest &request);
/// The same for a report that is there already.
[[nodiscard]] Result<std::vector<std::string>> exportReport(const report::IncidentReport &report, const ReportForm &form);

/// A report out of the JSON file that was written of it. Errors: NotFound, Io, and as report::fromJson, `where` = file and place.
[[nodiscard]] Result<report::IncidentReport> readReportFile(const std::string &path);

/// All transitions of [since, until) as one CSV file; a bound that is not given is open. The answer is the number of transitions.
[[nodiscard]] Result<std::uint64_t> exportJournalCsv(const std::string &dataFolder, std::optional<UtcTime> since,
                                                     std::optional<UtcTime> until, const std::string &file);

} // namespace telltale::ui
