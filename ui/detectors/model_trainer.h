// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detectors/study_runner.h"

namespace telltale::ui {

/// Trains models from stored history and reads which there are, one after the other on a thread of its own. Thread: UI; the work is done
/// elsewhere.
class ModelTrainer final : public QObject {
    Q_OBJECT
public:
    ModelTrainer(HistoryAccess history, QObject *parent);
    ~ModelTrainer() override;

    /// The answer is `shelfRead`. Without a data folder there is none.
    void readShelf(const SensorKey &source);
    /// One at a time: while one is under way nothing happens.
    void train(TrainingRequest request);
    void cancel();

signals:
    void shelfRead(const telltale::SensorKey &source, const telltale::study::Shelf &shelf);
    void progressed(double share);
    void trained(const telltale::SensorKey &source, const telltale::Result<telltale::study::ShelvedModel> &made);

private:
    HistoryAccess m_history;
    std::shared_ptr<JobWatch> m_watch; ///< of the training under way
    QTimer m_progress;
    Archive m_thread; ///< last: its work ends before anything it needs goes
};

} // namespace telltale::ui
