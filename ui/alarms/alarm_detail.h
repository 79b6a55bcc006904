// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QStringList>
#include <QWidget>
#include <vector>

class QLabel;

namespace telltale::ui {

class ContributionBars;
class StretchView;

/// One alarm in words: what, in which state, how long, why, which sensors, what to do, what happened so far. Thread: UI.
class AlarmDetail final : public QWidget {
    Q_OBJECT
public:
    explicit AlarmDetail(QWidget *parent = nullptr);

    void show(const Occurrence &alarm, UtcTime now, ZoneChoice zone, bool saving);
    /// Why it is kept from people; empty where it is not.
    void showHold(const QString &text);
    void showClocks(const QStringList &lines);
    void showTimeline(const std::vector<AlarmEvent> &events, ZoneChoice zone);

signals:
    void sensorWanted(const QString &sensor);

private:
    QLabel *addLine(const QString &name);
    void addHeading(const QString &text);

    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_saving;
    QLabel *m_held;
    QLabel *m_people;
    QLabel *m_quality;
    QLabel *m_clocks;
    QLabel *m_why;
    ContributionBars *m_contributions;
    StretchView *m_stretch;
    QLabel *m_guidance;
    QLabel *m_timeline;
    OccurrenceId m_shown = 0;
    EventSeq m_shownSeq = 0;
};

} // namespace telltale::ui
