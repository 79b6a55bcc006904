// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <set>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace telltale::ui {

class AlarmDetail;
class InlineField;
class SensorDetail;

/// Right-hand pane: the chosen alarm or sensor, hints while nothing is chosen, and what can be done about it. An alarm stays when it leaves
/// the list, marked as closed. Thread: UI.
class DetailPane final : public QWidget {
    Q_OBJECT
public:
    explicit DetailPane(bool readOnly, QWidget *parent = nullptr);

    void showAlarm(const Occurrence &alarm);
    void showSensor(SensorId sensor);
    void showTimeline(const std::vector<AlarmEvent> &events);
    void apply(const SnapshotPtr &snapshot);
    void setSaving(const std::set<OccurrenceId> &saving);
    void setZone(ZoneChoice zone);

    [[nodiscard]] const Occurrence &alarm() const { return m_alarm; } ///< id 0 = none is shown
    [[nodiscard]] InlineField &field() { return *m_field; }

signals:
    void acknowledgeWanted();
    void commentWanted();
    void exportWanted();
    void detectorWanted();
    void sensorWanted(const telltale::SensorKey &sensor);
    /// The shown alarm is no longer open.
    void alarmClosed(telltale::OccurrenceId id);

private:
    void createPages();
    QWidget *createButtons(bool readOnly);
    void refresh();

    QStackedWidget *m_pages;
    AlarmDetail *m_alarmDetail;
    SensorDetail *m_sensorDetail;
    InlineField *m_field;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_comment = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_detector = nullptr;
    Occurrence m_alarm;
    bool m_gone = false;
    bool m_readOnly;
    std::size_t m_sensor = 0;
    std::vector<AlarmEvent> m_events;
    std::set<OccurrenceId> m_saving;
    SnapshotPtr m_snapshot;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
