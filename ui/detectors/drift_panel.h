// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/model_shelf.h"
#include "core/study/retraining.h"
#include "ui/models/time_text.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace telltale::ui {

class ControlChartView;

/// How the models of one kind moved over their trainings, next to how the data moved; and when the next is trained, and which of two
/// judges. Thread: UI.
class DriftPanel final : public QWidget {
    Q_OBJECT
public:
    explicit DriftPanel(QWidget *parent = nullptr);

    void showShelf(const study::Shelf &shelf, const std::string &kind, ZoneChoice zone);
    /// Null = nothing is scheduled. `lock`: why nothing can be, else empty.
    void showSchedule(const study::RetrainingEntry *entry, const QString &lock, ZoneChoice zone);
    /// What is known of the challenger, or of its making.
    void tellChallenger(const QString &text);

signals:
    /// 0 = never
    void everyDaysChosen(double days);
    void promoteWanted();
    void discardWanted();
    void rollBackWanted();

private:
    QWidget *createCharts();
    QWidget *createSchedule();
    void showCutOffs();
    void showData();
    void chooseDays();

    ControlChartView *m_cutOffs = nullptr;
    ControlChartView *m_data = nullptr;
    QComboBox *m_channel = nullptr;
    QLabel *m_note = nullptr;
    QTableWidget *m_table = nullptr;
    QCheckBox *m_scheduled = nullptr;
    QDoubleSpinBox *m_days = nullptr;
    QLabel *m_next = nullptr;
    QLabel *m_challenger = nullptr;
    QPushButton *m_promote = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_rollBack = nullptr;
    double m_shownDays = 0.0;              ///< as the schedule has it; 0 = never
    std::vector<TrainedModelPtr> m_models; ///< of the kind, oldest first
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
