// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/model_trainer.h"

namespace telltale::ui {

namespace {

constexpr int kProgressMs = 200;

} // namespace

ModelTrainer::ModelTrainer(HistoryAccess history, QObject *parent) : QObject(parent), m_history(std::move(history)), m_thread(std::string())
{
    m_progress.setInterval(kProgressMs);
    connect(&m_progress, &QTimer::timeout, this, [this] { emit progressed(m_watch ? m_watch->share.load() : 1.0); });
}

ModelTrainer::~ModelTrainer()
{
    cancel();
}

void ModelTrainer::cancel()
{
    if (m_watch) {
        m_watch->stop = true;
    }
}

void ModelTrainer::readShelf(const SensorKey &source)
{
    if (m_history.folder.empty()) {
        return;
    }
    m_thread.run([folder = study::modelFolder(m_history.folder, source)] { return study::readShelf(folder); },
                 [this, source](const study::Shelf &shelf) { emit shelfRead(source, shelf); });
}

void ModelTrainer::train(TrainingRequest request)
{
    if (m_watch) {
        return;
    }
    m_watch = std::make_shared<JobWatch>();
    m_progress.start();
    const SensorKey source = request.source.key;
    m_thread.run(
        [history = m_history, request = std::move(request), watch = m_watch] {
            return runTraining(history, request, [watch](double share) {
                watch->share = share;
                return !watch->stop;
            });
        },
        [this, source](const Result<study::ShelvedModel> &made) {
            m_watch.reset();
            m_progress.stop();
            emit trained(source, made);
        });
}

} // namespace telltale::ui
