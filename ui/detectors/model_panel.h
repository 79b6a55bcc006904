// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detectors/detector_texts.h"

#include <QWidget>
#include <span>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSlider;

namespace telltale::ui {

class ScoreHistogram;

/// The candidate's scores and a threshold that can be tried on them; and training from stored history. Thread: UI.
class ModelPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ModelPanel(QWidget *parent = nullptr);

    void show(const StudyView &view);
    void clear();
    /// Empty = it can be trained; else why not.
    void setTrainingLock(const QString &reason);
    void setTraining(bool running);
    void setProgress(double share);
    void tellTraining(const QString &text);
    void setProvenance(const QString &text);
    [[nodiscard]] QString trainingName() const;

signals:
    void thresholdChosen(const QString &setting, double value);
    void trainingWanted();
    void cancelWanted();

private:
    QWidget *createThreshold();
    QWidget *createTraining();
    [[nodiscard]] std::span<const double> scores() const;
    void moveSlider();
    void tryThreshold(double threshold);

    ScoreHistogram *m_histogram = nullptr;
    QSlider *m_slider = nullptr;
    QDoubleSpinBox *m_threshold = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_use = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_train = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_trained = nullptr;
    QLabel *m_provenance = nullptr;
    StudyAnswerPtr m_answer; ///< whose scores are shown; null = none
    QString m_setting;       ///< that is the candidate's limit; empty = it has none that could be set
    DetectorSpec m_shown;
    QString m_lock; ///< why nothing can be trained; empty = it can
};

} // namespace telltale::ui
