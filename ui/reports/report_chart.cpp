// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_chart.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ReportChart", text);
}

/// From event time and values to the page.
struct Frame {
    QRectF plot;
    std::int64_t first = 0;
    std::int64_t last = 1;
    double low = 0.0;
    double high = 1.0;

    [[nodiscard]] double x(std::int64_t t) const { return plot.left() + double(t - first) / double(last - first) * plot.width(); }
    [[nodiscard]] double y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
};

template <typename Visit>
void forEachSample(const report::Evidence &evidence, Visit visit)
{
    for (const ChunkPtr &chunk : evidence.samples) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            visit(*chunk, i);
        }
    }
}

Frame frameOf(const report::Evidence &evidence, const std::vector<ChartMark> &marks, const QRectF &plot)
{
    Frame frame{.plot = plot, .first = std::numeric_limits<std::int64_t>::max(), .last = std::numeric_limits<std::int64_t>::min()};
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto widen = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    forEachSample(evidence, [&](const Chunk &chunk, std::size_t i) {
        frame.first = std::min(frame.first, chunk.t[i]);
        frame.last = std::max(frame.last, chunk.t[i]);
        widen(chunk.value[i]);
        widen(double(chunk.lower[i]));
        widen(double(chunk.upper[i]));
    });
    for (const ChartMark &mark : marks) {
        frame.first = std::min(frame.first, toNanos(mark.at));
        frame.last = std::max(frame.last, toNanos(mark.at));
    }
    const double room = high > low ? (high - low) * 0.05 : std::max(1.0, std::abs(high)) * 0.05;
    frame.low = low <= high ? low - room : 0.0;
    frame.high = low <= high ? high + room : 1.0;
    frame.last = std::max(frame.last, frame.first + 1);
    return frame;
}

void paintBand(QPainter &painter, const report::Evidence &evidence, const Frame &frame)
{
    std::int64_t previous = frame.first;
    double drawnTo = frame.plot.left() - 1.0;
    forEachSample(evidence, [&](const Chunk &chunk, std::size_t i) {
        const double left = frame.x(previous);
        const double right = frame.x(chunk.t[i]);
        previous = chunk.t[i];
        const bool known = std::isfinite(chunk.lower[i]) && std::isfinite(chunk.upper[i]);
        if (!known || (chunk.flags[i] & Chunk::kGapBefore) != 0 || right - drawnTo < 0.5) {
            return;
        }
        const double from = std::max(left, drawnTo);
        painter.fillRect(QRectF(QPointF(from, frame.y(double(chunk.upper[i]))), QPointF(right, frame.y(double(chunk.lower[i])))),
                         QColor(225, 225, 225));
        drawnTo = right;
    });
}

/// Smallest and largest value of one column of the plot, joined to the column before unless data is missing between.
void paintValues(QPainter &painter, const report::Evidence &evidence, const Frame &frame)
{
    painter.setPen(QPen(Qt::black, 0.6));
    QPolygonF line;
    std::int64_t column = -1;
    double smallest = 0.0;
    double largest = 0.0;
    const auto x = [&] { return frame.plot.left() + double(column) * 0.5; };
    const auto closeColumn = [&] {
        if (column >= 0) {
            line << QPointF(x(), frame.y(smallest)) << QPointF(x(), frame.y(largest));
        }
        column = -1;
    };
    const auto endLine = [&] {
        closeColumn();
        painter.drawPolyline(line);
        line.clear();
    };
    forEachSample(evidence, [&](const Chunk &chunk, std::size_t i) {
        const double value = chunk.value[i];
        if (!std::isfinite(value) || (chunk.flags[i] & Chunk::kGapBefore) != 0) {
            endLine();
        }
        if (!std::isfinite(value)) {
            return;
        }
        const auto at = std::int64_t((frame.x(chunk.t[i]) - frame.plot.left()) / 0.5);
        if (at != column) {
            closeColumn();
            column = at;
            smallest = largest = value;
        }
        smallest = std::min(smallest, value);
        largest = std::max(largest, value);
    });
    endLine();
}

void paintAxes(QPainter &painter, const Frame &frame, const std::function<std::string(UtcTime)> &localTime)
{
    painter.setPen(QPen(Qt::gray, 0.5));
    painter.drawRect(frame.plot);
    painter.setPen(Qt::black);
    for (int i = 0; i <= 2; ++i) {
        const double value = frame.low + (frame.high - frame.low) * i / 2.0;
        const QRectF room(frame.plot.left() - 60, frame.y(value) - 6, 56, 12);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, QString::number(value, 'g', 4));
    }
    const QStringList ends{toQt(localTime(fromNanos(frame.first))), toQt(localTime(fromNanos(frame.last)))};
    const QRectF below(frame.plot.left(), frame.plot.bottom() + 2, frame.plot.width(), 12);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, ends[0]);
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, ends[1]);
}

void paintMarks(QPainter &painter, const Frame &frame, const std::vector<ChartMark> &marks)
{
    painter.setPen(QPen(Qt::black, 0.6, Qt::DashLine));
    double lastLetter = frame.plot.left() - 20.0;
    for (const ChartMark &mark : marks) {
        const double x = frame.x(toNanos(mark.at));
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
        lastLetter = std::max(x, lastLetter + 8.0); // letters step aside, lines do not
        painter.drawText(QRectF(lastLetter - 20, frame.plot.top() - 12, 40, 12), Qt::AlignCenter, mark.letter);
    }
}

} // namespace

std::vector<ChartMark> chartMarks(const report::ReportedAlarm &alarm)
{
    std::vector<ChartMark> marks;
    if (alarm.occurrence.firstViolation != kNoTime) {
        marks.push_back({alarm.occurrence.firstViolation, QStringLiteral("V")});
    }
    for (const AlarmEvent &event : alarm.events) {
        const UtcTime at = event.sourceTime == kNoTime ? event.at : event.sourceTime;
        switch (event.kind) {
        case AlarmEventKind::Raise: marks.push_back({at, QStringLiteral("R")}); break;
        case AlarmEventKind::Clear: marks.push_back({at, QStringLiteral("C")}); break;
        case AlarmEventKind::Ack: marks.push_back({at, QStringLiteral("A")}); break;
        default: break;
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const ChartMark &a, const ChartMark &b) { return a.at < b.at; });
    return marks;
}

void paintReportChart(QPainter &painter, const QRectF &box, const report::Evidence &evidence, const std::vector<ChartMark> &marks,
                      const std::function<std::string(UtcTime)> &localTime)
{
    const QString unit = evidence.unit.empty() ? tr("unit not known") : toQt(evidence.unit);
    painter.setPen(Qt::black);
    painter.drawText(QRectF(box.left(), box.top(), box.width(), 12), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("%1 (%2)").arg(toQt(evidence.sensor.text()), unit));
    const QRectF plot = box.adjusted(62, 26, -4, -16);
    if (evidence.samples.empty()) {
        painter.drawText(plot, Qt::AlignCenter, tr("no stored samples"));
        painter.drawRect(plot);
        return;
    }
    // An acknowledgement hours later must not squeeze the samples into a corner.
    const std::int64_t last = evidence.samples.back()->t.back();
    const std::int64_t first = evidence.samples.front()->t.front();
    std::vector<ChartMark> inside;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(inside),
                 [&](const ChartMark &mark) { return toNanos(mark.at) >= first && toNanos(mark.at) <= last; });
    const Frame frame = frameOf(evidence, inside, plot);
    paintBand(painter, evidence, frame);
    paintAxes(painter, frame, localTime);
    paintValues(painter, evidence, frame);
    paintMarks(painter, frame, inside);
}

} // namespace telltale::ui
