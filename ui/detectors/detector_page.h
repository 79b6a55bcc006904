// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/detectors/detector_texts.h"
#include "ui/detectors/retraining_desk.h"

#include <QWidget>
#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace telltale::ui {

class Banner;
class CandidateForm;
class ComparePanel;
class DriftPanel;
class FittingLabel;
class InlineField;
class ModelPanel;
class ModelTrainer;
class PreviewPanel;
class RangeBox;
class StudyRunner;

/// What judges a sensor or an asset, another detector put together beside it, and what that one would have done on stored history: worked
/// out on a thread of its own whenever a setting changes, and every ten seconds while the page is in sight. A change is asked for with its
/// reason; the engine decides. Missing: without a data folder there is no preview, which is said. Thread: UI.
class DetectorPage final : public QWidget {
    Q_OBJECT
public:
    DetectorPage(HistoryAccess history, bool readOnly, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// Why whoever acts may change nothing here; empty = they may. Trying and training stay open to all.
    void setLock(const QString &why);
    /// Shows this sensor or asset; false: the name is not known, and nothing happens.
    bool choose(const SensorKey &source);
    /// What became of the change that was asked for.
    void showAnswer(bool accepted, const QString &reason);
    /// Drops the reason that is being typed; false = there is none.
    bool dismiss();
    [[nodiscard]] const std::optional<JudgedSource> &source() const { return m_source; }

signals:
    /// Something about retraining, of whatever source; for the message bar.
    void noticed(const QString &text);
    void configureWanted(const telltale::command::ConfigureDetector &change);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    using Accepted = std::function<void()>;

    QWidget *createHead();
    QWidget *createLeft();
    QWidget *createRight();
    void connectParts();
    void connectRetraining();
    void fillSources(const Structure &structure);
    void showPresent();
    void takeForm();
    void showProblem();
    void askForForm();
    void showStudy();
    void showProgress(double share);
    void takeShelf(const SensorKey &source, const study::Shelf &shelf);
    [[nodiscard]] std::optional<StudyRequest> question() const;
    void startTraining();
    void takeTraining(const SensorKey &source, const Result<study::ShelvedModel> &made);
    void showShelf();
    void showRetraining();
    void askAndPost(const QString &question, const DetectorSpec &detector, const QString &proposed, Accepted accepted);
    void promote();
    void rollBack();

    HistoryAccess m_history;
    QString m_lock; ///< why nothing can be changed here; empty = it can
    SnapshotPtr m_snapshot;
    std::uint64_t m_generation = 0; ///< of the structure that the list of sources is of
    std::optional<JudgedSource> m_source;
    ZoneChoice m_zone = ZoneChoice::Local;
    StudyAnswerPtr m_answer;    ///< null while none is known of this source
    bool m_asksForForm = false; ///< the reason that is being typed is for what the form says
    study::Shelf m_shelf;
    Accepted m_accepted; ///< what follows when the change under way is taken

    QComboBox *m_sources = nullptr;
    RangeBox *m_range = nullptr;
    FittingLabel *m_present = nullptr;
    Banner *m_problem = nullptr;
    CandidateForm *m_form = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_plant = nullptr;
    QPushButton *m_asPresent = nullptr;
    QTabWidget *m_tabs = nullptr;
    PreviewPanel *m_preview = nullptr;
    ComparePanel *m_compare = nullptr;
    ModelPanel *m_model = nullptr;
    DriftPanel *m_drift = nullptr;
    InlineField *m_field = nullptr;
    FittingLabel *m_status = nullptr;

    RetrainingDesk *m_retraining = nullptr;
    StudyRunner *m_studies = nullptr;
    ModelTrainer *m_trainer = nullptr;
};

} // namespace telltale::ui
