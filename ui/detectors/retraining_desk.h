// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/study/model_shelf.h"
#include "core/study/retraining.h"
#include "ui/detectors/history_access.h"
#include "ui/reports/archive.h"

#include <QObject>
#include <QString>
#include <atomic>
#include <map>
#include <memory>

namespace telltale::ui {

/// Trains challengers when they are due, one after the other in the background, on what is older than a day, and compares each with what
/// judges now over that newest day, which none of them has learned from. Nothing is promoted by itself. What was decided is in the
/// schedule's file and survives a restart.
/// Missing: without a data folder, or read-only, it does nothing and says why. Errors: a training that fails is said and tried again an
/// hour later, or where time does not help only once kind, settings or interval changed; a file that cannot be written is said and tried
/// again every minute. Thread: UI; the work is done elsewhere.
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
    void promoted(const SensorKey &source, const DetectorSpec &before, bool beforeIsPlant);
    void rolledBack(const SensorKey &source);
    /// Someone looks at it: a comparison that is older than a minute is made anew.
    void refresh(const SensorKey &source);

signals:
    void changed(const telltale::SensorKey &source);
    /// Something is wrong with the schedule's file, or no longer; for people.
    void troubled(const QString &text);

private:
    struct Failure {
        UtcTime at = kNoTime;
        bool lasting = false; ///< no passing of time helps
        DetectorSpec detector = {};
        double everyDays = 0.0;
    };
    struct Comparison {
        UtcTime at = kNoTime;
        DetectorSpec champion = {};
        DetectorSpec challenger = {};
    };

    void startDue();
    [[nodiscard]] bool mayTrain(const study::RetrainingEntry &entry) const;
    [[nodiscard]] bool isCompared(const study::RetrainingEntry &entry) const;
    void train(const SensorKey &source);
    void takeTraining(const SensorKey &source, const DetectorSpec &detector, UtcTime at, const Result<study::ShelvedModel> &made);
    void fail(const study::RetrainingEntry &entry, const DetectorSpec &detector, const Error &why);
    void compare(const SensorKey &source);
    void say(const SensorKey &source, const QString &text);
    void save();

    HistoryAccess m_history;
    bool m_readOnly;
    QString m_unreadable; ///< why the file could not be read: it is then left as it is
    QString m_unwritten;  ///< why it could not be written the last time
    bool m_unsaved = false;
    std::uint64_t m_saves = 0;
    study::RetrainingPlan m_plan;
    SnapshotPtr m_snapshot;
    UtcTime m_looked = kNoTime;
    std::map<SensorKey, QString> m_texts;
    std::map<SensorKey, Failure> m_failed;
    std::map<SensorKey, Comparison> m_compared;
    bool m_busy = false;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::unique_ptr<Archive> m_files; ///< writes the schedule: a training must not hold that up
    Archive m_thread;
};

} // namespace telltale::ui
