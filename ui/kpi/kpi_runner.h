// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"
#include "ui/reports/archive.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace telltale::ui {

using KpisPtr = std::shared_ptr<const kpi::Kpis>;

/// Works the figures out on a thread of its own: shortly after they were wanted, and again while the page is in sight. A new question
/// stops the one under way. At most a tenth of the time is spent on repeating. Thread: UI; the end waits for the read under way.
class KpiRunner final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDebounceMs = 150;
    static constexpr int kRefreshMs = 10'000;
    using Question = std::function<std::optional<kpi::KpiQuestion>()>;

    /// `question` is asked when it is time, on the UI thread; nothing = there is nothing to work out.
    KpiRunner(const std::string &dataFolder, Question question, QObject *parent);
    ~KpiRunner() override;

    void want();
    void setActive(bool active);

signals:
    void answered(const telltale::ui::KpisPtr &kpis);
    void failed(const QString &why);
    void busyChanged(bool busy);

private:
    void start();
    void take(const Result<KpisPtr> &answer);

    Question m_question;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the one under way; null = none is
    std::uint64_t m_number = 0;
    QElapsedTimer m_time;
    qint64 m_lastMs = 0;
    QTimer m_debounce;
    QTimer m_refresh;
    bool m_active = false;
    Archive m_thread; ///< last: its work ends before anything it needs goes
};

} // namespace telltale::ui
