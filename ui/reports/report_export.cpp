// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_export.h"

#include "core/base/clock.h"
#include "core/report/incident.h"
#include "core/store/store_reader.h"
#include "ui/reports/incident_source.h"
#include "ui/reports/report_files.h"
#include "ui/reports/report_printer.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QTimeZone>
#include <array>

namespace telltale::ui {

namespace {

struct FormatRow {
    ReportFormat format;
    std::string_view name;
};
constexpr std::array<FormatRow, 4> kFormats{
    {{ReportFormat::Pdf, "pdf"}, {ReportFormat::Html, "html"}, {ReportFormat::Csv, "csv"}, {ReportFormat::Json, "json"}}};

constexpr std::size_t kPage = 1000;

Result<QTimeZone> zoneOf(const std::string &name)
{
    const QTimeZone zone = name.empty() ? QTimeZone::systemTimeZone() : QTimeZone(QByteArray::fromStdString(name));
    if (!zone.isValid()) {
        return Error{ErrorKind::InvalidArgument, "unknown time zone: " + name, {}};
    }
    return zone;
}

report::Wording wordingFor(const QTimeZone &zone, UtcTime reportTime)
{
    report::Wording wording;
    wording.phrase = [](std::string_view english) { return fromQt(QCoreApplication::translate("Report", std::string(english).c_str())); };
    wording.localTime = [zone](UtcTime time) -> std::string {
        if (time == kNoTime) {
            return "–";
        }
        const auto millis = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(millis, zone);
        return fromQt(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + zone.abbreviation(moment));
    };
    wording.reportTime = reportTime == kNoTime ? SystemClock().utcNow() : reportTime;
    return wording;
}

Result<void> writeFormat(ReportFormat format, const report::Incident &incident, const report::Wording &wording, const QString &path)
{
    switch (format) {
    case ReportFormat::Html: return writeWhole(path, QByteArray::fromStdString(report::toHtml(incident, wording)));
    case ReportFormat::Csv: return writeWhole(path, QByteArray::fromStdString(report::toCsv(incident)));
    case ReportFormat::Json: return writeWhole(path, QByteArray::fromStdString(report::toJson(incident)));
    case ReportFormat::Pdf: break;
    }
    return writeWhole(path, [&](QIODevice &file) { return ReportPrinter(incident, wording).print(file); });
}

QString baseName(const report::Incident &incident)
{
    const std::string source = incident.alarms.front().occurrence.definition.source.text();
    return QStringLiteral("incident-") + safeFileName(toQt(incident.id + "-" + source));
}

} // namespace

Result<ReportFormat> reportFormat(std::string_view name)
{
    for (const FormatRow &row : kFormats) {
        if (row.name == name) {
            return row.format;
        }
    }
    return Error{ErrorKind::InvalidArgument, "unknown report format: " + std::string(name) + " (known: pdf, html, csv, json)", {}};
}

Result<std::vector<std::string>> exportIncident(const ExportRequest &request)
{
    const auto zone = zoneOf(request.zone);
    if (!zone) {
        return zone.error();
    }
    const auto reader = store::StoreReader::open(request.dataFolder);
    if (!reader) {
        return reader.error();
    }
    const auto incident = readIncident(
        *reader.value(),
        {.occurrences = request.occurrences, .site = request.site, .station = request.station, .productVersion = request.productVersion});
    if (!incident) {
        return incident.error();
    }
    const report::Wording wording = wordingFor(*zone, request.reportTime);
    const QDir folder(toQt(request.outFolder));
    std::vector<std::string> files;
    for (const FormatRow &row : kFormats) {
        if (!request.formats.contains(row.format)) {
            continue;
        }
        const QString path = folder.absoluteFilePath(baseName(*incident) + QLatin1Char('.') + toQt(row.name));
        if (auto written = writeFormat(row.format, *incident, wording, path); !written) {
            return written.error();
        }
        files.push_back(fromQt(path));
    }
    return files;
}

Result<std::uint64_t> exportJournalCsv(const std::string &dataFolder, std::optional<UtcTime> since, std::optional<UtcTime> until,
                                       const std::string &file)
{
    const auto reader = store::StoreReader::open(dataFolder);
    if (!reader) {
        return reader.error();
    }
    std::uint64_t rows = 0;
    const auto writeRows = [&](QIODevice &out) -> Result<void> {
        out.write(QByteArray::fromStdString(report::journalCsvHeader()));
        EventSeq last = 0;
        while (true) {
            const auto page = reader.value()->events(
                {.since = since, .until = until, .occurrence = {}, .afterSeq = last, .limit = kPage, .newestFirst = false});
            if (!page) {
                return page.error();
            }
            for (const AlarmEvent &event : *page) {
                const QByteArray row = QByteArray::fromStdString(report::journalCsvRow(event));
                if (out.write(row) != row.size()) {
                    return Error{ErrorKind::Io, fromQt(out.errorString()), file};
                }
                last = event.seq;
            }
            rows += page->size();
            if (page->size() < kPage) {
                return {};
            }
        }
    };
    if (auto written = writeWhole(toQt(file), writeRows); !written) {
        return written.error();
    }
    return rows;
}

} // namespace telltale::ui
