// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/feed_model.h"

#include "ui/models/core_words.h"
#include "ui/models/feed_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <set>

namespace telltale::ui {

namespace {

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

QString fixed(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

struct FeedMeasure {
    const char *name;
    QString (*text)(const FeedHealth &, ZoneChoice);
};

constexpr std::array kFeedMeasures{
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "State"), [](const FeedHealth &f, ZoneChoice) { return spoken(toText(f.state)); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Detail"), [](const FeedHealth &f, ZoneChoice) { return spokenDetail(f.detail); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Frames per second"),
                [](const FeedHealth &f, ZoneChoice) { return fixed(f.framesPerSecond, 1); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Samples per second"),
                [](const FeedHealth &f, ZoneChoice) { return fixed(f.samplesPerSecond, 1); }},
    FeedMeasure{
        QT_TRANSLATE_NOOP("FeedModel", "Lag (live clocks), ms"),
        [](const FeedHealth &f, ZoneChoice) { return f.clock == ClockKind::Live ? fixed(f.lagSec * 1e3, 0) : QStringLiteral("–"); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Clock differs by more than 2 s"),
                [](const FeedHealth &f, ZoneChoice) { return f.clockSkewed ? FeedModel::tr("YES") : FeedModel::tr("no"); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Frames received"), [](const FeedHealth &f, ZoneChoice) { return number(f.frames); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Bytes received"), [](const FeedHealth &f, ZoneChoice) { return number(f.bytes); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Samples taken over"), [](const FeedHealth &f, ZoneChoice) { return number(f.samples); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Heartbeats"), [](const FeedHealth &f, ZoneChoice) { return number(f.heartbeats); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Gaps in the sequence"),
                [](const FeedHealth &f, ZoneChoice) { return f.sequenced ? number(f.gaps) : FeedModel::tr("unknown: no numbers"); }},
    FeedMeasure{
        QT_TRANSLATE_NOOP("FeedModel", "Messages lost in gaps"),
        [](const FeedHealth &f, ZoneChoice) { return f.sequenced ? number(f.lostMessages) : FeedModel::tr("unknown: no numbers"); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Publisher restarts"),
                [](const FeedHealth &f, ZoneChoice) { return number(f.publisherRestarts); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Connections that ended"),
                [](const FeedHealth &f, ZoneChoice) { return number(f.disconnects); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Sockets built anew"), [](const FeedHealth &f, ZoneChoice) { return number(f.reconnects); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Late or repeated rows (stored, not scored)"),
                [](const FeedHealth &f, ZoneChoice) { return number(f.lateRows); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Sensors refused beyond the cap"),
                [](const FeedHealth &f, ZoneChoice) { return number(f.refusedNames); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Last frame"),
                [](const FeedHealth &f, ZoneChoice zone) { return fullTime(f.lastFrame, zone); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Newest event time"),
                [](const FeedHealth &f, ZoneChoice zone) { return fullTime(f.lastEvent, zone); }},
    FeedMeasure{QT_TRANSLATE_NOOP("FeedModel", "Frames rejected, all reasons"),
                [](const FeedHealth &f, ZoneChoice) { return number(rejectedFrames(f)); }},
};

struct PipelineMeasure {
    const char *name;
    QString (*text)(const PipelineHealth &);
};

constexpr std::array kPipelineMeasures{
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: batches waiting for detection"),
                    [](const PipelineHealth &h) { return FeedModel::tr("%1 of %2").arg(number(h.queued), number(h.queueCapacity)); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: batches dropped"),
                    [](const PipelineHealth &h) { return number(h.droppedBatches); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: samples dropped"),
                    [](const PipelineHealth &h) { return number(h.droppedSamples); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: frame to picture, median, ms"),
                    [](const PipelineHealth &h) { return fixed(h.latencyP50Ms, 1); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: frame to picture, 99 %, ms"),
                    [](const PipelineHealth &h) { return fixed(h.latencyP99Ms, 1); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: waiting for the disk"),
                    [](const PipelineHealth &h) { return number(h.storeQueued); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: alarm events not yet committed"),
                    [](const PipelineHealth &h) { return number(h.unsavedEvents); }},
    PipelineMeasure{QT_TRANSLATE_NOOP("FeedModel", "Program: running for"), [](const PipelineHealth &h) { return durationText(h.uptime); }},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("FeedModel", text);
}

std::set<std::string> reasonsOf(const std::vector<FeedHealth> &feeds)
{
    std::set<std::string> reasons;
    for (const FeedHealth &feed : feeds) {
        for (const auto &[reason, frames] : feed.rejects) {
            reasons.insert(reason);
        }
    }
    return reasons;
}

} // namespace

SensorCount countSensors(const Snapshot &snapshot, FeedId feed)
{
    SensorCount count;
    if (!snapshot.structure) {
        return count;
    }
    for (const SensorSpec &sensor : snapshot.structure->sensors) {
        if (sensor.feed != feed || telltale::indexOf(sensor.id) >= snapshot.sensors.size()) {
            continue;
        }
        ++count.total;
        count.live += snapshot.sensors[telltale::indexOf(sensor.id)].stale ? 0 : 1;
    }
    return count;
}

std::uint64_t rejectedFrames(const FeedHealth &feed)
{
    std::uint64_t sum = 0;
    for (const auto &[reason, frames] : feed.rejects) {
        sum += frames;
    }
    return sum;
}

std::vector<FeedModel::Row> FeedModel::rowsOf(const Snapshot &snapshot) const
{
    std::vector<Row> rows;
    for (const FeedMeasure &measure : kFeedMeasures) {
        Row row{.measure = translated(measure.name), .values = {}};
        for (const FeedHealth &feed : snapshot.feeds) {
            row.values << measure.text(feed, m_zone);
        }
        rows.push_back(std::move(row));
    }
    for (const std::string &reason : reasonsOf(snapshot.feeds)) {
        Row row{.measure = tr("Rejected: %1").arg(toQt(reason)), .values = {}};
        for (const FeedHealth &feed : snapshot.feeds) {
            const auto found = feed.rejects.find(reason);
            row.values << number(found == feed.rejects.end() ? 0 : found->second);
        }
        rows.push_back(std::move(row));
    }
    for (const PipelineMeasure &measure : kPipelineMeasures) {
        rows.push_back({.measure = translated(measure.name), .values = {measure.text(snapshot.health)}});
    }
    rows.push_back({.measure = tr("Program: sound"), .values = {m_sound}});
    rows.push_back({.measure = tr("Program: notes on the desktop"), .values = {m_notifications}});
    return rows;
}

void FeedModel::apply(const SnapshotPtr &snapshot)
{
    std::vector<Row> rows = rowsOf(*snapshot);
    QStringList feeds;
    for (const FeedHealth &feed : snapshot->feeds) {
        feeds << toQt(feed.address);
    }
    if (rows.size() != m_rows.size() || feeds != m_feeds) {
        beginResetModel();
        m_rows = std::move(rows);
        m_feeds = std::move(feeds);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FeedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + std::max(1, int(m_feeds.size()));
}

QVariant FeedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    const QString text = index.column() == 0 ? row.measure : row.values.value(index.column() - 1);
    return role == Qt::DisplayRole ? text : QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == 0 ? tr("What is counted") : m_feeds.value(section - 1, tr("no feed"));
}

} // namespace telltale::ui
