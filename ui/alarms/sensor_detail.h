// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QWidget>

class QLabel;

namespace telltale::ui {

/// One sensor in words: value, range, what its detector thinks, how far its warm-up is, and what is thought of its asset as a whole.
/// Thread: UI.
class SensorDetail final : public QWidget {
    Q_OBJECT
public:
    explicit SensorDetail(QWidget *parent = nullptr);

    /// Shapes: the sensor is one of the snapshot's.
    void show(const Snapshot &snapshot, SensorId sensor, ZoneChoice zone);
    /// Why its alarm is kept from people; empty where it is not.
    void showHold(const QString &text);

private:
    QLabel *m_title;
    QLabel *m_held;
    QLabel *m_text;
};

} // namespace telltale::ui
