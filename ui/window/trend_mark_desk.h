// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logbook_entry.h"
#include "core/model/snapshot.h"
#include "ui/models/time_text.h"
#include "ui/window/event_collector.h"

#include <QObject>
#include <memory>
#include <vector>

namespace telltale::ui {

class Archive;
class TrendStack;

/// Puts into each lane of a trend what happened to its sensor: alarms from the snapshots and from the journal of the last day, and notes on
/// ranges. Thread: UI; reading happens elsewhere. Cost: of the journal one reading for all lanes, when a sensor comes.
class TrendMarkDesk final : public QObject {
    Q_OBJECT
public:
    TrendMarkDesk(Archive &archive, TrendStack &stack, QObject *parent = nullptr);

    /// Before the trend takes it: a sensor that it brings is marked at once.
    void apply(const SnapshotPtr &snapshot);
    /// Notes on ranges, of all sensors.
    void setNotes(std::vector<LogbookEntry> notes);
    void setZone(ZoneChoice zone);

private:
    void takeSensors();
    void read();
    void putMarks();

    Archive &m_archive;
    TrendStack &m_stack;
    SnapshotPtr m_snapshot;
    EventCollector m_events;
    std::vector<SensorKey> m_sensors; ///< from top to bottom
    std::vector<LogbookEntry> m_notes;
    std::shared_ptr<const std::vector<Occurrence>> m_markedAlarms;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
