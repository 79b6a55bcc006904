// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replay/replay_source.h"
#include "ui/models/time_text.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSlider;

namespace telltale::ui {

class Banner;
class FittingLabel;

/// The controls of a replay: where it is, faster or slower, paused or not. Thread: UI.
class ReplayBar final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayBar(replay::ReplaySource &source, QWidget *parent = nullptr);

    void setZone(ZoneChoice zone);
    void togglePaused();
    void skip(Duration by);
    void faster(int steps); ///< negative = slower

private:
    void createControls();
    void showState();
    void seek(int position);

    replay::ReplaySource &m_source;
    Banner *m_word;
    QPushButton *m_pause;
    QSlider *m_position;
    FittingLabel *m_time;
    QComboBox *m_speed;
    QTimer m_timer;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
