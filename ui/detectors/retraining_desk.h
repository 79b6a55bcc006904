// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/study/retraining.h"
#include "ui/detectors/history_access.h"
#include "ui/reports/archive.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <map>
#include <memory>
#include <set>

namespace telltale::ui {

/// Trains challengers when they are due, one after the other in the background, and compares each with what judges now over the last day.
/// Nothing is promoted by itself. What was decided is in the schedule's file and survives a restart.
/// Missing: without a data folder, or read-only, it does nothing and says why. Errors: a training that fails is said and tried again an
/// hour later. Thread: UI; the work is done elsewhere.
class RetrainingDesk final : public QObject {
    Q_OBJECT
public:
    RetrainingDesk(HistoryAccess history, bool readOnly, QObject *parent = nullptr);
    ~RetrainingDesk() override;

    /// Why nothing can be scheduled here, for people; empty = it can.
    [[nodiscard]] QString lock() const;
    [[nodiscard]] const study::RetrainingEntry *entry(const SensorKey &source) const { return m_plan.find(source); }
    /// "challenger ready: would have fired 2, champion 3, agreement 0.93"
    [[nodiscard]] QString text(const SensorKey &source) const;

    void apply(const SnapshotPtr &snapshot);
    void setEveryDays(const SensorKey &source, double days);
    void discard(const SensorKey &source);
    /// The engine has taken it: what judged before can be rolled back to.
    void promoted(const SensorKey &source, const DetectorSpec &before);
    void rolledBack(const SensorKey &source);

signals:
    void changed(const telltale::SensorKey &source);

private:
    void startDue();
    void train(const SensorKey &source);
    void compare(const SensorKey &source);
    void say(const SensorKey &source, const QString &text);
    void save();

    HistoryAccess m_history;
    bool m_readOnly;
    QString m_broken; ///< why the file could not be read: it is then left as it is
    study::RetrainingPlan m_plan;
    SnapshotPtr m_snapshot;
    UtcTime m_looked = kNoTime;
    std::map<SensorKey, QString> m_texts;
    std::map<SensorKey, UtcTime> m_failed;
    std::set<SensorKey> m_compared;
    bool m_busy = false;
    std::shared_ptr<std::atomic<bool>> m_stop;
    Archive m_thread;
};

} // namespace telltale::ui
