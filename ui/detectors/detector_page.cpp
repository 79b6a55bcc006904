// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/detector_page.h"

#include "ui/charts/value_text.h"
#include "ui/detectors/candidate_form.h"
#include "ui/detectors/compare_panel.h"
#include "ui/detectors/drift_panel.h"
#include "ui/detectors/model_panel.h"
#include "ui/detectors/model_trainer.h"
#include "ui/detectors/preview_panel.h"
#include "ui/detectors/range_box.h"
#include "ui/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/plain.h"

#include <QComboBox>
#include <QPushButton>
#include <QTabWidget>
#include <algorithm>

namespace telltale::ui {

void DetectorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_studies->setActive(true);
}

void DetectorPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_studies->setActive(false);
}

void DetectorPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_retraining->apply(snapshot);
    if (!snapshot->structure || !snapshot->structure->watches()) {
        return;
    }
    if (snapshot->structure->generation != m_generation) {
        m_generation = snapshot->structure->generation;
        fillSources(*snapshot->structure);
    }
    if (!m_source) {
        choose(m_sources->itemData(0).value<SensorKey>());
        return;
    }
    if (auto now = findSource(*snapshot, m_source->key)) {
        const bool other = !(now->judge == m_source->judge);
        m_source = std::move(now);
        showPresent();
        if (other) {
            m_studies->want();
        }
    }
}

void DetectorPage::fillSources(const Structure &structure)
{
    const QSignalBlocker quiet(m_sources);
    m_sources->clear();
    for (const SensorKey &key : allSources(structure)) {
        m_sources->addItem(sourceName(key), QVariant::fromValue(key));
        if (m_source && m_source->key == key) {
            m_sources->setCurrentIndex(m_sources->count() - 1);
        }
    }
}

bool DetectorPage::choose(const SensorKey &key)
{
    auto source = m_snapshot ? findSource(*m_snapshot, key) : std::nullopt;
    if (!source || (m_source && m_source->key == key)) {
        return bool(source);
    }
    m_source = std::move(source);
    m_sources->setCurrentIndex(m_sources->findText(sourceName(key)));
    m_field->cancel();
    m_shelf = {};
    m_answer.reset();
    m_form->setScope(m_source->isAsset(), m_source->isAsset() ? std::string() : m_source->channels.front().unit);
    m_compare->setScope(m_source->isAsset());
    m_form->setModels({});
    m_form->setSpec(m_source->judge);
    m_status->setText({});
    if (m_history.available()) {
        m_preview->tell(tr("Working it out…"));
    }
    m_compare->clear();
    m_model->clear();
    m_model->tellTraining({});
    showPresent();
    showShelf();
    showRetraining();
    m_trainer->readShelf(key);
    m_retraining->refresh(key);
    m_studies->want();
    return true;
}

/// Another candidate is put together: a reason that was being typed was for the former one.
void DetectorPage::takeForm()
{
    if (m_asksForForm && m_field->isVisible()) {
        m_field->cancel();
        m_status->setText(tr("The candidate changed while the reason was typed: apply it again."));
    }
    showShelf();
    m_studies->want();
}

void DetectorPage::setLock(const QString &why)
{
    m_lock = why;
    const bool locked = !why.isEmpty();
    if (locked && m_field->isVisible()) {
        m_field->cancel(); // the reason was that of who acted before
    }
    m_plant->setToolTip(locked ? why : tr("Takes the change made in the window back."));
    m_plant->setEnabled(!locked && m_source && m_source->overridden);
    if (locked) {
        m_apply->setToolTip(why);
    }
    showProblem();
    if (m_source) {
        showRetraining();
    }
}

void DetectorPage::showProblem()
{
    const QString problem = m_form->problem();
    m_apply->setEnabled(m_lock.isEmpty() && problem.isEmpty());
    if (m_lock.isEmpty()) {
        m_apply->setToolTip(
            escapedToolTip(problem.isEmpty() ? tr("Asks for the reason; every change is a new configuration version.") : problem));
    }
    if (m_asksForForm && !problem.isEmpty() && m_field->isVisible()) {
        m_field->cancel();
        m_status->setText(problem);
    }
}

void DetectorPage::askForForm()
{
    const DetectorSpec &spec = m_form->spec();
    askAndPost(isJudging(spec) ? tr("Why is %1 judged by this from now on?") : tr("Why is %1 judged by nothing from now on?"), spec, {},
               {});
    m_asksForForm = true;
}

void DetectorPage::showPresent()
{
    const QString text = detectorText(m_source->judge);
    const QString version = tr("configuration %1, %2")
                                .arg(m_source->configuration)
                                .arg(m_source->overridden ? tr("changed in the window") : tr("as the plant file says"));
    QString progress =
        m_source->isJudged() && m_source->warmUp < 1.0 ? tr("  ·  warm-up %1").arg(percentText(m_source->warmUp)) : QString();
    if (m_source->undecided > 0) {
        progress += tr("  ·  %1 rows without a decision").arg(countText(m_source->undecided));
    }
    m_present->setForms(
        {tr("Judged by %1%2  ·  %3").arg(text, progress, version), tr("%1%2  ·  %3").arg(toQt(m_source->judge.kind), progress, version)});
    m_plant->setEnabled(m_lock.isEmpty() && m_source->overridden);
    m_problem->setText(m_source->problem.empty() ? QString() : tr("NO DECISION: %1").arg(toQt(m_source->problem)));
}

std::optional<StudyRequest> DetectorPage::question() const
{
    if (!m_source || !m_snapshot) {
        return std::nullopt;
    }
    StudyRequest request{*m_source,
                         m_range->start(m_snapshot->now),
                         m_snapshot->now + Duration{1},
                         {{"present", m_source->judge}, {"candidate", m_form->spec()}}};
    for (auto &kind : m_compare->chosen()) {
        request.candidates.push_back(std::move(kind));
    }
    return request;
}

void DetectorPage::showStudy()
{
    if (!m_answer) {
        return;
    }
    const StudyView view{m_answer, m_range->text(), m_zone};
    m_preview->show(view);
    m_compare->show(view);
    m_model->show(view);
}

void DetectorPage::showProgress(double share)
{
    if (share >= 0.0) {
        m_status->setText(tr("Working it out: %1").arg(percentText(share)));
    } else if (m_status->text().startsWith(tr("Working it out"))) {
        m_status->setText({});
    }
}

void DetectorPage::takeShelf(const SensorKey &source, const study::Shelf &shelf)
{
    if (m_source && m_source->key == source) {
        m_shelf = shelf;
        m_form->setModels(m_shelf.models);
        showShelf();
    }
}

void DetectorPage::showShelf()
{
    const DetectorSpec &spec = m_form->spec();
    m_drift->showShelf(m_shelf, spec.kind, m_zone);
    const auto chosen = std::find_if(m_shelf.models.begin(), m_shelf.models.end(),
                                     [&](const study::ShelvedModel &model) { return model.path == spec.model; });
    m_model->setProvenance(chosen == m_shelf.models.end() ? QString() : provenanceText(*chosen, m_zone));
    m_model->setTrainingLock(isJudging(spec) ? m_retraining->lock() : tr("The candidate judges nothing: there is nothing to train."));
}

void DetectorPage::startTraining()
{
    if (!m_source) {
        return;
    }
    TrainingRequest request{
        *m_source,      m_form->spec(), fromQt(m_model->trainingName()), m_range->start(m_snapshot->now), m_snapshot->now + Duration{1},
        m_snapshot->now};
    request.detector.model.clear();
    m_model->setTraining(true);
    m_model->tellTraining(tr("Training %1 on %2 of %3…").arg(toQt(request.detector.kind), m_range->text(), sourceName(m_source->key)));
    m_trainer->train(std::move(request));
}

void DetectorPage::takeTraining(const SensorKey &source, const Result<study::ShelvedModel> &made)
{
    m_model->setTraining(false);
    const QString failure = made                                        ? QString()
                            : made.error().kind == ErrorKind::Cancelled ? tr("Stopped; nothing was written.")
                                                                        : tr("Not trained: %1").arg(toQt(made.error().text()));
    if (!m_source || m_source->key != source) {
        emit noticed(tr("%1: %2").arg(sourceName(source), made ? tr("trained; its models offer it.") : failure));
        return;
    }
    if (!made) {
        m_model->tellTraining(failure);
        return;
    }
    m_model->tellTraining(tr("Trained. The candidate now uses it; nothing judges by it until it is applied."));
    m_shelf.models.push_back(*made);
    m_form->setModels(m_shelf.models);
    if (m_form->spec().kind == made->model->detector) {
        m_form->setModel(made->path);
    }
    m_trainer->readShelf(source);
}

void DetectorPage::showRetraining()
{
    const study::RetrainingEntry *entry = m_retraining->entry(m_source->key);
    const bool waits = entry != nullptr && !entry->challenger.kind.empty();
    m_tabs->setTabText(m_tabs->count() - 1, waits ? tr("Drift: challenger waits") : tr("Drift"));
    m_drift->showSchedule(entry, m_lock.isEmpty() ? m_retraining->lock() : m_lock, m_zone);
    m_drift->tellChallenger(m_retraining->text(m_source->key));
}

/// The reason is asked for inside the page; the answer of the engine comes with a later snapshot.
void DetectorPage::askAndPost(const QString &question, const DetectorSpec &detector, const QString &proposed, Accepted accepted)
{
    if (!m_source || !m_lock.isEmpty()) {
        m_status->setText(m_lock);
        return;
    }
    const SensorKey key = m_source->key;
    m_asksForForm = false;
    m_field->ask(
        question.arg(sourceName(key)), true,
        [this, key, detector, accepted = std::move(accepted)](const QString &reason) {
            m_accepted = accepted;
            m_status->setText(tr("Asked for; waiting for the answer."));
            emit configureWanted({key, detector, fromQt(reason)});
        },
        proposed);
}

void DetectorPage::showAnswer(bool accepted, const QString &reason)
{
    const Accepted follow = std::exchange(m_accepted, nullptr);
    m_status->setText(accepted ? tr("Applied. It is a new configuration version, with who and why in the journal.")
                               : tr("Refused: %1").arg(reason));
    if (accepted && follow) {
        follow();
    }
}

void DetectorPage::promote()
{
    const study::RetrainingEntry *entry = m_source ? m_retraining->entry(m_source->key) : nullptr;
    if (entry == nullptr || entry->challenger.kind.empty()) {
        return;
    }
    askAndPost(tr("Why does the challenger judge %1 from now on?"), entry->challenger, m_retraining->text(m_source->key),
               [this, key = m_source->key, before = m_source->judge, plant = !m_source->overridden] {
                   m_retraining->promoted(key, before, plant);
               });
}

void DetectorPage::rollBack()
{
    const study::RetrainingEntry *entry = m_source ? m_retraining->entry(m_source->key) : nullptr;
    if (entry == nullptr || entry->previous.kind.empty()) {
        return;
    }
    askAndPost(tr("Why is %1 judged as before again?"), entry->rollBack(), tr("roll back to %1").arg(detectorText(entry->previous)),
               [this, key = m_source->key] { m_retraining->rolledBack(key); });
}

bool DetectorPage::dismiss()
{
    const bool open = m_field->isVisible();
    if (open) {
        m_field->cancel();
    }
    return open;
}

void DetectorPage::setZone(ZoneChoice zone)
{
    m_zone = zone;
    showStudy();
    if (m_source) {
        showShelf();
        showRetraining();
    }
}

} // namespace telltale::ui
