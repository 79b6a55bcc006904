// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/response_clock.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <array>
#include <set>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace telltale::ui {

class AlarmDetail;
class ChoiceForm;
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
    /// Why nothing may be done to alarms; empty = it may.
    void setLock(const QString &why);
    void setZone(ZoneChoice zone);

    [[nodiscard]] const Occurrence &alarm() const { return m_alarm; } ///< id 0 = none is shown
    [[nodiscard]] bool showsSensor() const;
    [[nodiscard]] InlineField &field() { return *m_field; }
    [[nodiscard]] ChoiceForm &form() { return *m_form; }
    void setResponseTimes(const ResponseTimes &times);

    /// What can be done about what is shown, by button; each has its key.
    enum class Deed { Acknowledge, Comment, Shelve, Verdict, AssignToMe, Reset, OutOfService, BringBack, Export, Detector };
    static constexpr std::size_t kDeeds = 10;

signals:
    void wanted(telltale::ui::DetailPane::Deed deed);
    void sensorWanted(const telltale::SensorKey &sensor);
    /// The shown alarm is no longer open.
    void alarmClosed(telltale::OccurrenceId id);

private:
    void createPages();
    QWidget *createButtons();
    void refresh();
    void showKeys();
    void refreshButtons();
    [[nodiscard]] bool isPossible(Deed deed, bool held) const;
    [[nodiscard]] const SuppressedAlarm *hold() const;
    void refreshAlarm();

    QStackedWidget *m_pages;
    AlarmDetail *m_alarmDetail;
    SensorDetail *m_sensorDetail;
    InlineField *m_field;
    ChoiceForm *m_form;
    std::array<QPushButton *, kDeeds> m_buttons{};
    ResponseTimes m_times;
    Occurrence m_alarm;
    bool m_gone = false;
    QString m_lock;
    std::size_t m_sensor = 0;
    std::vector<AlarmEvent> m_events;
    std::set<OccurrenceId> m_saving;
    SnapshotPtr m_snapshot;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
