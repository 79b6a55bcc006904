// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detectors/study_job.h"
#include "ui/reports/archive.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace telltale::ui {

/// What a job on another thread and whoever started it both hold.
struct JobWatch {
    std::atomic<bool> stop{false};
    std::atomic<double> share{0.0};
};

/// Works studies out on a thread of its own: shortly after one was wanted, so that not every key stroke starts one, and again every ten
/// seconds while active. A new one stops the one before, whose answer is not told even if it was done already. One that takes long is not
/// repeated all the time: at most a tenth of the time is spent on it. Thread: UI; the work is done elsewhere, and the end waits only for
/// what cannot be stopped, a read.
class StudyRunner final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDebounceMs = 300;
    static constexpr int kRefreshMs = 10'000;
    using Question = std::function<std::optional<StudyRequest>()>;

    /// `question` is asked when it is time, on the UI thread; nothing = there is nothing to work out now.
    StudyRunner(HistoryAccess history, Question question, QObject *parent);
    ~StudyRunner() override;

    /// Whatever is under way is no longer asked for.
    void want();
    void setActive(bool active);

signals:
    void answered(const telltale::ui::StudyAnswerPtr &answer);
    /// 0 … 1 while one takes long enough to be noticed; negative once none is under way.
    void progressed(double share);

private:
    void start();
    void take(const StudyAnswerPtr &answer);
    void showProgress();

    HistoryAccess m_history;
    Question m_question;
    std::shared_ptr<JobWatch> m_watch; ///< of the one under way
    std::uint64_t m_number = 0;
    QElapsedTimer m_time;
    qint64 m_lastMs = 0;
    QTimer m_debounce;
    QTimer m_refresh;
    QTimer m_progress;
    bool m_active = false;
    Archive m_thread; ///< last: its work ends before anything it needs goes
};

} // namespace telltale::ui
