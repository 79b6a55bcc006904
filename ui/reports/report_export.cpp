// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_export.h"

#include "core/base/clock.h"
#include "core/report/report_document.h"
#include "core/store/store_reader.h"
#include "ui/models/core_words.h"
#include "ui/reports/report_files.h"
#include "ui/reports/report_printer.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
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

/// The document is what people read, and knows the hash of it all: both take their time.
Result<void> writeFormat(ReportFormat format, const report::IncidentReport &incident, const report::ReportDocument &document,
                         const QString &path)
{
    switch (format) {
    case ReportFormat::Html: return writeWhole(path, QByteArray::fromStdString(report::toHtml(document)));
    case ReportFormat::Csv: return writeWhole(path, QByteArray::fromStdString(report::toCsv(incident)));
    case ReportFormat::Json: return writeWhole(path, QByteArray::fromStdString(report::toJson(incident)));
    case ReportFormat::Pdf: break;
    }
    return writeWhole(path, [&](QIODevice &file) { return ReportPrinter(document).print(file, incident.productVersion); });
}

QString baseName(const report::IncidentReport &incident)
{
    const bool named = incident.record.number > 0 || incident.alarms.empty();
    const std::string about = named ? incident.title : incident.alarms.front().occurrence.definition.source.text();
    return QStringLiteral("incident-") + safeFileName(toQt(incident.id + "-" + about));
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

Result<report::Wording> wordingFor(const ReportForm &form)
{
    const auto found = zoneOf(form.zone);
    if (!found) {
        return found.error();
    }
    report::Wording wording;
    wording.phrase = [](std::string_view english) {
        const QString own = QCoreApplication::translate("Report", std::string(english).c_str());
        return fromQt(own != toQt(english) ? own : spoken(english));
    };
    wording.localTime = [zone = *found](UtcTime time) -> std::string {
        if (time == kNoTime) {
            return "–";
        }
        const auto millis = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(millis, zone);
        return fromQt(moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + zone.abbreviation(moment));
    };
    wording.reportTime = form.reportTime == kNoTime ? SystemClock().utcNow() : form.reportTime;
    return wording;
}

Result<std::vector<std::string>> exportIncident(const ExportRequest &request)
{
    if (const auto wording = wordingFor(request.form); !wording) {
        return wording.error();
    }
    const auto incident = readIncident(request.dataFolder, request.about);
    if (!incident) {
        return incident.error();
    }
    return exportReport(*incident, request.form);
}

Result<std::vector<std::string>> exportReport(const report::IncidentReport &report, const ReportForm &form)
{
    const auto wording = wordingFor(form);
    if (!wording) {
        return wording.error();
    }
    const bool forPeople = form.formats.contains(ReportFormat::Html) || form.formats.contains(ReportFormat::Pdf);
    const report::ReportDocument document = forPeople ? report::documentOf(report, *wording) : report::ReportDocument();
    const QDir folder(toQt(form.outFolder));
    std::vector<std::string> files;
    for (const FormatRow &row : kFormats) {
        if (!form.formats.contains(row.format)) {
            continue;
        }
        const QString path = folder.absoluteFilePath(baseName(report) + QLatin1Char('.') + toQt(row.name));
        if (auto written = writeFormat(row.format, report, document, path); !written) {
            return written.error();
        }
        files.push_back(fromQt(path));
    }
    return files;
}

Result<report::IncidentReport> readReportFile(const std::string &path)
{
    QFile file(toQt(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{file.exists() ? ErrorKind::Io : ErrorKind::NotFound, fromQt(file.errorString()), path};
    }
    const QByteArray text = file.read(report::kMostReportBytes + 1); // so much is refused, without reading a disk full of it
    if (file.error() != QFileDevice::NoError) {
        return Error{ErrorKind::Io, fromQt(file.errorString()), path};
    }
    auto report = report::fromJson({text.constData(), std::size_t(text.size())});
    if (!report) {
        const std::string place = report.error().where.empty() ? path : path + ": " + report.error().where;
        return Error{report.error().kind, report.error().what, place};
    }
    return report;
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
