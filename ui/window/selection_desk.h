// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/window/event_collector.h"
#include "ui/window/trend_mark_desk.h"

#include <QObject>
#include <optional>
#include <vector>

namespace telltale::ui {

class Archive;
class DetailPane;
class TrendPane;
class WatchSet;

/// What the operator looks at, and what follows from it: the trend of its leading sensor with marks, the detail, what has to be read from
/// the store for both. Thread: UI; reading happens elsewhere.
class SelectionDesk final : public QObject {
    Q_OBJECT
public:
    SelectionDesk(Archive &archive, DetailPane &detail, TrendPane &trend, WatchSet &watch, QObject *parent = nullptr);

    void chooseAlarm(const Occurrence &alarm);
    /// A sensor, or an asset: then its first sensor.
    void chooseSource(const SensorKey &source);
    void chooseSensor(SensorId sensor);
    /// Its alarm where one is open, else its sensor.
    void chooseHeld(const SuppressedAlarm &alarm);
    /// Only the trend changes, the detail stays.
    void showTrendOf(SensorId sensor);
    void showTrendOf(const SensorKey &sensor);
    /// An entry of the journal whose alarm is no longer open.
    void chooseEvent(const AlarmEvent &event);
    /// An entry of the logbook: the time and the source that it is about.
    void chooseEntry(const LogbookEntry &entry);
    void apply(const SnapshotPtr &snapshot);
    /// Of the sensors in the trend.
    [[nodiscard]] TrendMarkDesk &marks() { return m_marks; }

private:
    void readTimeline(OccurrenceId id);
    void readClosed(OccurrenceId id);
    void putTrend(SensorId sensor, std::vector<SensorId> others);
    [[nodiscard]] std::vector<SensorId> sensorsOf(const Occurrence &alarm) const;
    [[nodiscard]] std::optional<SensorId> find(const SensorKey &key) const;

    Archive &m_archive;
    DetailPane &m_detail;
    TrendPane &m_trend;
    WatchSet &m_watch;
    SnapshotPtr m_snapshot;
    EventCollector m_timeline;
    TrendMarkDesk m_marks;
    OccurrenceId m_closed = 0; ///< left the list; its last state is still to be read
    EventSeq m_readThrough = 0;
};

} // namespace telltale::ui
