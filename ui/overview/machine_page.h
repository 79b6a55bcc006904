// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"
#include "ui/models/track.h"

#include <QWidget>
#include <array>
#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTableView;

namespace telltale::ui {

class AlarmFilter;
class AlarmModel;
class CopyTable;
class FittingLabel;
class MachineSensors;
class TrackView;

/// One machine: its state, what is thought of it as a whole, what to do about its worst alarm, its open alarms, every sensor of it, and
/// where it was if it says so. Thread: UI. Cost: O(its sensors) a snapshot while in sight, nothing otherwise.
class MachinePage final : public QWidget {
    Q_OBJECT
public:
    explicit MachinePage(AlarmModel &alarms, QWidget *parent = nullptr);

    /// An asset, or what is inside it; a step of a path that is no asset itself shows the first one below it. False = there is none.
    bool choose(const SensorKey &source);
    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone) { m_zone = zone; }
    /// Its sensors while it is in sight: the snapshots have to carry their samples.
    [[nodiscard]] std::vector<SensorId> sensorsInSight() const;
    /// The track as a table and back. False = there is no track.
    bool toggleTable();

signals:
    void alarmChosen(telltale::OccurrenceId id);
    void sensorChosen(telltale::SensorId sensor);
    void sightChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QTableView *createAlarms();
    QTableView *createSensors();
    void show(AssetId asset);
    void refresh();
    void showState();
    void showTrack();
    void fillTable(const Track &track);
    [[nodiscard]] const Occurrence *worstAlarm() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString wholeText() const;
    [[nodiscard]] QString guidanceText() const;

    AlarmModel &m_allAlarms;
    AlarmFilter *m_alarms;
    MachineSensors *m_sensors;
    std::array<QTableView *, 2> m_lists{}; ///< alarms, sensors
    FittingLabel *m_title;
    QLabel *m_whole;
    QLabel *m_guidance;
    QStackedWidget *m_place; ///< track or its table; hidden where there is no position
    TrackView *m_track;
    CopyTable *m_table;
    SnapshotPtr m_snapshot;
    std::optional<AssetId> m_asset;
    std::optional<PositionChannels> m_channels;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
