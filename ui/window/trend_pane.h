// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/trend_mark.h"
#include "ui/charts/trend_view.h"
#include "ui/keys/key_table.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace telltale::ui {

class TrendSensorsMenu;
class TrendStack;
class TrendTable;

/// The trend with its controls: which sensors, live or paused, how much time, as lines or as a table. Thread: UI.
class TrendPane final : public QWidget {
    Q_OBJECT
public:
    explicit TrendPane(QWidget *parent = nullptr);

    [[nodiscard]] TrendView &view() { return *m_view; }
    [[nodiscard]] TrendStack &stack() { return *m_stack; }
    [[nodiscard]] std::optional<SensorId> sensor() const { return m_sensor; }
    /// Shows a sensor; `others` can be picked beside it (the other sensors of its asset, or of an alarm).
    void show(const Structure &structure, SensorId sensor, std::vector<SensorId> others);
    /// Shows `at` in its surroundings: live if it is in sight there, else paused around it. A pause of the operator's own stays.
    void lookAt(UtcTime at, UtcTime now, bool byOperator);
    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);

    /// The chosen sensor stays in the trend whatever is chosen next, or no longer. What to say about it.
    [[nodiscard]] QString toggleKept();
    /// Which other sensors are shown below: a menu with a key for each.
    void openSensors();
    void toggleTable();
    /// Whether the trend, or the table in its place, has the focus.
    [[nodiscard]] bool hasKeys() const;
    void takeKeys();
    /// What is marked or selected is taken back; false when there was nothing.
    bool dismiss();

public slots:
    void pause();
    void goLive();

signals:
    void sensorPicked(telltale::SensorId sensor);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSpans(QHBoxLayout &row);
    QToolButton *addButton(QHBoxLayout &row, const QString &text, const QString &tip, std::optional<Act> act, const QString &name);
    void addSensorsAndTable(QHBoxLayout &row);
    void addPages();
    void showLive(bool live);
    void fillTable();
    void refillTable();

    QStackedWidget *m_pages; ///< lines or table
    TrendStack *m_stack;
    TrendTable *m_table;
    TrendView *m_view; ///< of the chosen sensor
    TrendSensorsMenu *m_menu;
    QTimer *m_tableSoon;
    QToolButton *m_sensors = nullptr;
    QToolButton *m_tableButton = nullptr;
    SnapshotPtr m_snapshot;
    ZoneChoice m_zone = ZoneChoice::Local;
    QComboBox *m_box;
    QToolButton *m_live = nullptr;
    QToolButton *m_pause = nullptr;
    std::optional<SensorId> m_sensor;
    std::vector<SensorId> m_choices;
    bool m_pausedForAlarm = false;
};

} // namespace telltale::ui
