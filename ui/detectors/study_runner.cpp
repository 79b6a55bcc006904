// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/study_runner.h"

namespace telltale::ui {

namespace {

constexpr int kProgressMs = 200;
constexpr int kNoticedMs = 400;
constexpr qint64 kRestFactor = 10;

} // namespace

StudyRunner::StudyRunner(HistoryAccess history, Question question, QObject *parent)
    : QObject(parent)
    , m_history(std::move(history))
    , m_question(std::move(question))
    , m_thread(std::string())
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    m_refresh.setInterval(kRefreshMs);
    m_progress.setInterval(kProgressMs);
    connect(&m_debounce, &QTimer::timeout, this, &StudyRunner::start);
    connect(&m_progress, &QTimer::timeout, this, &StudyRunner::showProgress);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (!m_watch && (!m_time.isValid() || m_time.elapsed() > kRestFactor * m_lastMs)) {
            start();
        }
    });
}

StudyRunner::~StudyRunner()
{
    if (m_watch) {
        m_watch->stop = true;
    }
}

void StudyRunner::want()
{
    if (m_watch) {
        m_watch->stop = true;
        m_watch.reset();
        ++m_number; // it may have finished already: its answer may be on its way
        m_progress.stop();
        emit progressed(-1.0);
    }
    if (m_active) {
        m_debounce.start();
    }
}

void StudyRunner::setActive(bool active)
{
    m_active = active;
    want();
    if (active) {
        m_refresh.start();
    } else {
        m_refresh.stop();
        m_debounce.stop();
    }
}

void StudyRunner::start()
{
    std::optional<StudyRequest> request = m_history.available() ? m_question() : std::nullopt;
    if (!request) {
        return;
    }
    m_watch = std::make_shared<JobWatch>();
    m_time.start();
    m_progress.start();
    m_thread.run(
        [history = m_history, request = std::move(*request), watch = m_watch] {
            return std::make_shared<const StudyAnswer>(runStudy(history, request, [watch](double share) {
                watch->share = share;
                return !watch->stop;
            }));
        },
        [this, number = ++m_number](const StudyAnswerPtr &answer) {
            if (number == m_number) {
                take(answer);
            }
        });
}

void StudyRunner::take(const StudyAnswerPtr &answer)
{
    m_watch.reset();
    m_lastMs = m_time.elapsed();
    m_progress.stop();
    emit progressed(-1.0);
    if (!answer->cancelled) {
        emit answered(answer);
    }
}

void StudyRunner::showProgress()
{
    if (m_watch && m_time.elapsed() > kNoticedMs) {
        emit progressed(m_watch->share);
    }
}

} // namespace telltale::ui
