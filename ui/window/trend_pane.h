// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/trend_mark.h"
#include "ui/charts/trend_view.h"

#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace telltale::ui {

/// The trend with its controls: which sensor, live or paused, how much time. Thread: UI.
class TrendPane final : public QWidget {
    Q_OBJECT
public:
    explicit TrendPane(QWidget *parent = nullptr);

    [[nodiscard]] TrendView &view() { return *m_view; }
    [[nodiscard]] std::optional<SensorId> sensor() const { return m_sensor; }
    /// Shows a sensor; `others` can be picked beside it (the other sensors of its asset, or of an alarm).
    void show(const Structure &structure, SensorId sensor, std::vector<SensorId> others);
    /// Shows `at` in its surroundings: live if it is in sight there, else paused around it. A pause of the operator's own stays.
    void lookAt(UtcTime at, UtcTime now, bool byOperator);
    void apply(const SnapshotPtr &snapshot);

public slots:
    void pause();
    void goLive();

signals:
    void sensorPicked(telltale::SensorId sensor);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSpans(QHBoxLayout &row);
    QToolButton *addButton(QHBoxLayout &row, const QString &text, const QString &tip, const QString &name);
    void showLive(bool live);

    TrendView *m_view;
    QComboBox *m_box;
    QToolButton *m_live = nullptr;
    QToolButton *m_pause = nullptr;
    std::optional<SensorId> m_sensor;
    std::vector<SensorId> m_choices;
    bool m_pausedForAlarm = false;
};

} // namespace telltale::ui
