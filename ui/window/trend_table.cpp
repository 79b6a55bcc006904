// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_table.h"

#include "ui/charts/mark_painter.h"
#include "ui/charts/time_text.h"
#include "ui/charts/trend_rows.h"
#include "ui/charts/value_text.h"
#include "ui/text.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/fitting_label.h"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr int kDigits = 6;
constexpr int kGatheredDigits = 4; ///< of smallest and largest value
const QString kNothing = QStringLiteral("\u2013");

/// With milliseconds: rows of a fast sensor differ in nothing else.
QString exactTime(UtcTime time, ZoneChoice zone)
{
    const QDateTime moment = toDateTime(time, zone);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz ")) + moment.timeZoneAbbreviation();
}

/// With its asset where another one is called the same.
QString nameOf(const SensorSpec &sensor, const TrendTable::Content &content)
{
    const auto namesake = [&](const TrendTable::Source &other) {
        return other.sensor->key.sensor == sensor.key.sensor && other.sensor->key.asset != sensor.key.asset;
    };
    const bool several = std::any_of(content.sources.begin(), content.sources.end(), namesake);
    return toQt(several ? sensor.key.text() : sensor.key.sensor);
}

QString heading(const SensorSpec &sensor, const TrendTable::Content &content)
{
    const QString unit = sensor.unit.empty() ? TrendTable::tr("unit unknown") : toQt(sensor.unit);
    return QStringLiteral("%1 (%2)").arg(nameOf(sensor, content), unit);
}

QString cellText(const TrendCell &cell)
{
    if (cell.readings == 0)
        return kNothing;
    if (cell.missing == cell.readings)
        return TrendTable::tr("missing");
    const int digits = cell.readings == 1 ? kDigits : kGatheredDigits;
    const QString low = valueText(cell.low, digits);
    const QString high = valueText(cell.high, digits);
    return low == high ? low : QStringLiteral("%1 \u2026 %2").arg(low, high);
}

QStringList cellRemarks(const TrendCell &cell, const QString &name, bool summed)
{
    QStringList remarks;
    if (cell.anomalous > 0)
        remarks << (cell.readings == 1 || summed ? TrendTable::tr("%1 anomalous").arg(name)
                                                 : TrendTable::tr("%1 anomalous: %n reading(s)", nullptr, int(cell.anomalous)).arg(name));
    if (cell.missing > 0 && cell.readings > cell.missing && !summed)
        remarks << TrendTable::tr("%1 missing: %n reading(s)", nullptr, int(cell.missing)).arg(name);
    if (cell.quality == Quality::Bad)
        remarks << TrendTable::tr("%1 of bad quality").arg(name);
    else if (cell.quality == Quality::Uncertain)
        remarks << TrendTable::tr("%1 of uncertain quality").arg(name);
    return remarks;
}

QStringList rowTexts(const TrendRow &row, const TrendTable::Content &content, bool summed)
{
    QStringList cells{exactTime(row.from, content.zone)};
    QStringList remarks;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        cells << cellText(row.cells[i]);
        remarks << cellRemarks(row.cells[i], nameOf(*content.sources[i].sensor, content), summed);
    }
    if (row.silentBefore > 0ns)
        remarks << TrendTable::tr("nothing recorded for %1 before").arg(spanText(row.silentBefore));
    cells << valueText(double(row.cells.front().score), 3) << remarks.join(QStringLiteral("; "));
    return cells;
}

/// A mark with the sensors that have it: what concerns an asset stands in each of its lanes.
struct MarkRow {
    const TrendMark *mark;
    QStringList sensors;
};

/// A row of its own: a mark need not lie where a reading is.
QStringList markTexts(const MarkRow &row, const TrendTable::Content &content)
{
    QStringList cells{exactTime(row.mark->at, content.zone)};
    for (std::size_t i = 0; i < content.sources.size() + 1; ++i)
        cells << QString();
    const QString words = markWords(*row.mark).replace(QLatin1Char('\n'), QStringLiteral(", "));
    return cells << (content.sources.size() == 1 ? words : QStringLiteral("%1: %2").arg(row.sensors.join(QStringLiteral(", ")), words));
}

/// All that begin in sight, newest first, each with one sensor.
std::vector<MarkRow> marksInSight(const TrendTable::Content &content)
{
    std::vector<MarkRow> rows;
    for (const TrendTable::Source &source : content.sources) {
        const QString name = nameOf(*source.sensor, content);
        for (auto mark = source.marks->rbegin(); mark != source.marks->rend(); ++mark)
            if (toNanos(mark->at) >= content.sight.from && toNanos(mark->at) < content.sight.to)
                rows.push_back({&*mark, {name}});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const MarkRow &a, const MarkRow &b) { return a.mark->at > b.mark->at; });
    return rows;
}

/// The newest of them, those of several sensors once.
std::vector<MarkRow> markRows(const TrendTable::Content &content)
{
    std::vector<MarkRow> rows;
    for (const MarkRow &next : marksInSight(content)) {
        const auto sameTime = std::find_if(rows.begin(), rows.end(), [&](const MarkRow &row) { return row.mark->at == next.mark->at; });
        const auto same = std::find_if(sameTime, rows.end(), [&](const MarkRow &row) { return *row.mark == *next.mark; });
        if (same != rows.end())
            same->sensors << next.sensors;
        else if (rows.size() < TrendTable::kMostMarks)
            rows.push_back(next);
    }
    return rows;
}

QStringList headings(const TrendTable::Content &content, bool thinned)
{
    QStringList texts{thinned ? TrendTable::tr("Time, from") : TrendTable::tr("Time")};
    for (const TrendTable::Source &source : content.sources)
        texts << heading(*source.sensor, content);
    return texts << (thinned ? TrendTable::tr("Largest score") : TrendTable::tr("Score")) << TrendTable::tr("Remarks");
}

QStringList summaryForms(const TrendRows &table, const TrendTable::Content &content)
{
    const QString range =
        TrendTable::tr("%1 to %2")
            .arg(fullTime(fromNanos(content.sight.from), content.zone), fullTime(fromNanos(content.sight.to), content.zone));
    if (table.summed) {
        const QString summed =
            TrendTable::tr("smallest \u2026 largest value in rows of %1; zoom in for single readings").arg(spanText(table.step));
        return {QStringLiteral("%1 \u00b7 %2").arg(range, summed), summed};
    }
    const QString count = TrendTable::tr("%n reading(s)", nullptr, int(table.readings));
    if (table.step == 0ns)
        return {QStringLiteral("%1 \u00b7 %2").arg(range, TrendTable::tr("%1, each in its row").arg(count)), count};
    const QString reduced =
        TrendTable::tr("%1 in rows of %2: smallest \u2026 largest value; zoom in for each").arg(count, spanText(table.step));
    return {QStringLiteral("%1 \u00b7 %2").arg(range, reduced), reduced,
            TrendTable::tr("%1 in rows of %2").arg(count, spanText(table.step))};
}

} // namespace

TrendTable::TrendTable(QWidget *parent)
    : QWidget(parent)
    , m_summary(new FittingLabel(QStringLiteral("trendTableSummary"), this))
    , m_table(new CopyTable(QStringLiteral("trendTable"), this))
{
    m_table->setAccessibleName(tr("The trend as a table, the newest first; Ctrl+C copies the selected rows"));
    m_table->setLastColumnWords();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
}

void TrendTable::fill(const Content &content)
{
    if (m_table->selectionModel()->hasSelection()) {
        m_summary->setForms({tr("Held while rows are selected; Esc lets the table go on"), tr("Held; Esc goes on")});
        return;
    }
    std::vector<const TrendSamples *> samples;
    for (const Source &source : content.sources)
        samples.push_back(source.samples);
    const TrendRows table = trendRows(samples, content.sight, kMostRows, content.longest);
    const std::vector<MarkRow> marks = markRows(content);
    std::vector<QStringList> rows;
    auto mark = marks.begin();
    for (const TrendRow &row : table.rows) {
        for (; mark != marks.end() && mark->mark->at >= row.from; ++mark)
            rows.push_back(markTexts(*mark, content));
        rows.push_back(rowTexts(row, content, table.summed));
    }
    for (; mark != marks.end(); ++mark)
        rows.push_back(markTexts(*mark, content));
    m_table->setRows(headings(content, table.step > 0ns), std::move(rows));
    m_summary->setForms(summaryForms(table, content));
    m_table->setAccessibleDescription(m_summary->text());
}

bool TrendTable::clearSelection()
{
    const bool selected = m_table->selectionModel()->hasSelection();
    m_table->clearSelection();
    return selected && isVisible();
}

} // namespace telltale::ui
