// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/machine_sensors.h"

#include "ui/charts/tile_texts.h"
#include "ui/charts/value_text.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/core_words.h"
#include "ui/models/time_text.h"
#include "ui/text.h"

#include <array>

namespace telltale::ui {

namespace {

struct Heading {
    const char *title;
    Qt::Alignment alignment;
};
const std::array<Heading, MachineSensors::ColumnCount> kHeadings{{{QT_TRANSLATE_NOOP("MachineSensors", "Sensor"), Qt::AlignLeft},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Value"), Qt::AlignRight},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Alarm"), Qt::AlignLeft},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Quality"), Qt::AlignLeft},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Age"), Qt::AlignRight},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Score"), Qt::AlignRight},
                                                                  {QT_TRANSLATE_NOOP("MachineSensors", "Last minutes"), Qt::AlignLeft}}};

} // namespace

void MachineSensors::show(const SnapshotPtr &snapshot, std::vector<SensorId> sensors)
{
    if (m_snapshot && sensors == m_sensors) {
        apply(snapshot);
        return;
    }
    beginResetModel();
    m_snapshot = snapshot;
    m_sensors = std::move(sensors);
    endResetModel();
}

void MachineSensors::apply(const SnapshotPtr &snapshot)
{
    const SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    for (std::size_t i = 0; i < m_sensors.size(); ++i) {
        const std::size_t sensor = indexOf(m_sensors[i]);
        const SensorState &a = before->sensors[sensor];
        const SensorState &b = snapshot->sensors[sensor];
        const bool quiet =
            a.samples == b.samples && a.stale == b.stale && a.worstAlarm == b.worstAlarm && a.worstPriority == b.worstPriority;
        if (!quiet || b.stale) {
            emit dataChanged(index(int(i), 0), index(int(i), SparkColumn));
        }
    }
}

const SensorTrace *MachineSensors::traceAt(int row) const
{
    const auto found = m_snapshot->traces.find(std::uint32_t(indexOf(sensorAt(row))));
    return found == m_snapshot->traces.end() ? nullptr : &found->second;
}

int MachineSensors::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sensors.size());
}

int MachineSensors::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MachineSensors::ageText(const SensorState &state) const
{
    if (state.samples == 0) {
        return tr("no sample yet");
    }
    const QString age = durationText(std::max(Duration{0}, m_snapshot->now - state.time));
    return state.stale ? tr("stale %1").arg(age) : age;
}

QString MachineSensors::textAt(SensorId sensor, int column) const
{
    const SensorSpec &spec = m_snapshot->structure->sensor(sensor);
    const SensorState &state = m_snapshot->sensors[indexOf(sensor)];
    switch (column) {
    case NameColumn: return toQt(spec.key.sensor);
    case ValueColumn: return valueWithUnit(state.value, spec.unit);
    case AlarmColumn:
        return showsAlarm(state) ? toQt(toText(state.worstPriority)) + QLatin1Char(' ') + tileAlarmLabel(state) : tileAlarmLabel(state);
    case QualityColumn: return spoken(toText(state.quality));
    case AgeColumn: return ageText(state);
    case ScoreColumn: return state.warmUp < 1.0 ? tr("warming up %1").arg(percentText(state.warmUp)) : ratioText(state.score, 1.0);
    default: return {};
    }
}

QVariant MachineSensors::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SensorId sensor = sensorAt(index.row());
    const SensorState &state = m_snapshot->sensors[indexOf(sensor)];
    switch (role) {
    case Qt::DisplayRole: return textAt(sensor, index.column());
    case Qt::TextAlignmentRole: return QVariant::fromValue(kHeadings[std::size_t(index.column())].alignment | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? tileSpokenName(m_snapshot->structure->sensor(sensor), state) : textAt(sensor, index.column());
    case PriorityRole: return int(state.worstPriority);
    case UnackedRole: return isUnacknowledged(state.worstAlarm);
    case AlarmRole: return showsAlarm(state);
    default: return {};
    }
}

QVariant MachineSensors::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const Heading &heading = kHeadings[std::size_t(section)];
    return role == Qt::DisplayRole         ? QVariant(tr(heading.title))
           : role == Qt::TextAlignmentRole ? QVariant::fromValue(heading.alignment | Qt::AlignVCenter)
                                           : QVariant();
}

} // namespace telltale::ui
