// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_printer.h"

#include "ui/charts/stretch_painter.h"
#include "ui/models/alarm_columns.h"
#include "ui/reports/page_flow.h"
#include "ui/reports/report_chart.h"
#include "ui/reports/report_tables.h"
#include "ui/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QMarginsF>
#include <QPageLayout>
#include <QPdfWriter>

namespace telltale::ui {

namespace {

using Style = PageFlow::Style;

constexpr int kDotsPerInch = 300;
constexpr double kChartHeight = 150.0;
constexpr double kStretchHeight = 90.0;

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportPrinter", text);
}

void addTable(PageFlow &flow, const ReportTable &table)
{
    flow.table(table.header, table.rows, table.widths);
}

QString whyText(const Explanation &why)
{
    const auto number = [](double value) { return QString::number(value, 'g', 5); };
    const QString text = tr("Score %1, limit %2 (%3). Detector %4 v%5, configuration %6.")
                             .arg(number(why.score), number(why.limit), ratioText(why.score, why.limit),
                                  why.detector.empty() ? QStringLiteral("–") : toQt(why.detector), QString::number(why.detectorVersion),
                                  QString::number(why.definitionVersion));
    return why.model.empty() ? text : text + QLatin1Char('\n') + tr("Trained model %1").arg(toQt(why.model));
}

/// Nothing where the detector compares no stretches.
void addStretches(PageFlow &flow, const Explanation &why)
{
    const Explanation::Channel leading = why.channels.empty() ? Explanation::Channel{} : why.channels.front();
    const StretchPair pair{why.actualStretch, why.nearestStretch, leading.unit};
    if (!pair.canBeDrawn()) {
        return;
    }
    flow.picture(kStretchHeight, [&](QPainter &painter, const QRectF &box) {
        const double line = QFontMetricsF(painter.font()).height();
        painter.drawText(box, Qt::AlignLeft | Qt::AlignTop,
                         tr("%1: last readings over the most similar stretch of its own past").arg(toQt(leading.sensor)));
        paintStretches(painter, box.adjusted(0.0, 1.5 * line, 0.0, 0.0), pair,
                       {QPen(Qt::black, 0.8), QPen(Qt::darkGray, 0.8, Qt::DashLine), Qt::black, Qt::lightGray});
    });
}

QString guidanceText(const Guidance &guidance)
{
    QStringList lines;
    const auto add = [&](const QString &name, const std::string &text) {
        if (!text.empty()) {
            lines << QStringLiteral("%1: %2").arg(name, toQt(text));
        }
    };
    add(tr("Guidance shown"), guidance.action);
    add(tr("Cause"), guidance.cause);
    add(tr("Consequence"), guidance.consequence);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Result<void> ReportPrinter::print(QIODevice &out) const
{
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int pages = printPages(draft, 0); // the total is on every page, so it has to be known first
    QBuffer final;
    final.open(QIODevice::WriteOnly);
    if (printPages(final, pages) == 0 || final.data().isEmpty()) {
        return Error{ErrorKind::Io, "the PDF could not be painted", {}};
    }
    if (out.write(final.data()) != final.data().size()) {
        return Error{ErrorKind::Io, fromQt(out.errorString()), {}};
    }
    return {};
}

int ReportPrinter::printPages(QIODevice &out, int pages) const
{
    QPdfWriter writer(&out);
    writer.setResolution(kDotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 12), QPageLayout::Millimeter));
    writer.setTitle(toQt(m_incident.title));
    writer.setCreator(toQt(m_incident.productVersion));
    const QString foot = tr("%1 · incident %2 · SHA-256 %3")
                             .arg(toQt(m_incident.productVersion), toQt(m_incident.id), toQt(report::payloadSha256(m_incident)));
    PageFlow flow(writer, foot, pages);
    front(flow);
    for (const report::ReportedAlarm &entry : m_incident.alarms) {
        alarm(flow, entry);
    }
    quality(flow);
    signOff(flow);
    return flow.finish();
}

void ReportPrinter::front(PageFlow &flow) const
{
    const auto local = [&](UtcTime time) { return toQt(m_wording.localTime(time)); };
    flow.text(tr("Incident report: %1").arg(toQt(m_incident.title)), Style::Title);
    flow.text(tr("Incident %1 · site %2 · station %3")
                  .arg(toQt(m_incident.id), m_incident.site.empty() ? QStringLiteral("–") : toQt(m_incident.site),
                       m_incident.station.empty() ? QStringLiteral("–") : toQt(m_incident.station)),
              Style::Body);
    flow.text(tr("Report made %1 (%2) with %3, database schema %4")
                  .arg(local(m_wording.reportTime), toQt(toIso(m_wording.reportTime)), toQt(m_incident.productVersion),
                       QString::number(m_incident.schemaVersion)),
              Style::Body);
    flow.text(tr("Covers %1 to %2").arg(local(m_incident.from), local(m_incident.to)), Style::Body);
    flow.text(tr("Summary"), Style::Heading);
    flow.text(summarySentence(m_incident, m_wording.localTime), Style::Body);
    flow.text(tr("Alarms"), Style::Heading);
    addTable(flow, alarmTable(m_incident, m_wording.localTime));
}

void ReportPrinter::alarm(PageFlow &flow, const report::ReportedAlarm &alarm) const
{
    const Occurrence &row = alarm.occurrence;
    flow.text(tr("Alarm %1: %2, %3").arg(QString::number(row.id), toQt(row.definition.source.text()), toQt(row.definition.what)),
              Style::Heading);
    flow.text(tr("%1, %2, raised %3 time(s)%4")
                  .arg(toQt(toText(row.maxPriority)), stateWords(row), QString::number(row.raiseCount),
                       row.firstOut ? tr(", first of its group") : QString()),
              Style::Body);
    flow.text(whyText(row.why), Style::Body);
    if (!row.why.channels.empty()) {
        addTable(flow, contributionTable(row.why));
    }
    if (!row.why.joined.empty()) {
        flow.text(tr("Anomalous by themselves too while it was active:"), Style::Body);
        addTable(flow, joinedTable(row.why, m_wording.localTime));
    }
    if (const QString guidance = guidanceText(row.definition.guidance); !guidance.isEmpty()) {
        flow.text(guidance, Style::Body);
    }
    addStretches(flow, row.why);
    const std::vector<ChartMark> marks = chartMarks(alarm);
    for (const report::Evidence &evidence : alarm.evidence) {
        flow.picture(kChartHeight,
                     [&](QPainter &painter, const QRectF &box) { paintReportChart(painter, box, evidence, marks, m_wording.localTime); });
    }
    flow.text(tr("V first violation, R raised, A acknowledged, C cleared; grey: the band the detector expected; a broken line: no data."),
              Style::Small);
    flow.text(tr("Timeline of alarm %1").arg(row.id), Style::Heading);
    addTable(flow, timelineTable(alarm, m_wording.localTime));
}

void ReportPrinter::quality(PageFlow &flow) const
{
    flow.text(tr("Data quality"), Style::Heading);
    if (m_incident.feedHealth.empty()) {
        flow.text(tr("No feed health is stored for this time."), Style::Body);
    } else {
        addTable(flow, feedTable(m_incident, m_wording.localTime));
    }
    flow.text(tr("What is not known"), Style::Heading);
    if (m_incident.unknowns.empty()) {
        flow.text(tr("Nothing is known to be missing."), Style::Body);
    }
    for (const std::string &unknown : m_incident.unknowns) {
        flow.text(QStringLiteral("• ") + toQt(unknown), Style::Body);
    }
}

void ReportPrinter::signOff(PageFlow &flow) const
{
    flow.keepTogether(150.0);
    flow.text(tr("Sign-off"), Style::Heading);
    flow.text(tr("SHA-256 of the JSON payload of this report: %1").arg(toQt(report::payloadSha256(m_incident))), Style::Small);
    for (const QString &role : {tr("Operator"), tr("Supervisor")}) {
        flow.picture(40.0, [&](QPainter &painter, const QRectF &box) {
            const double y = box.bottom() - 12;
            painter.drawLine(QPointF(box.left(), y), QPointF(box.left() + box.width() * 0.45, y));
            painter.drawLine(QPointF(box.left() + box.width() * 0.55, y), QPointF(box.right(), y));
            painter.drawText(QPointF(box.left(), box.bottom() - 2), tr("%1: name and signature").arg(role));
            painter.drawText(QPointF(box.left() + box.width() * 0.55, box.bottom() - 2), tr("Date and time"));
        });
    }
}

} // namespace telltale::ui
