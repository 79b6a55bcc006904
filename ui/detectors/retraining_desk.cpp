// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/retraining_desk.h"

#include "core/study/score_counts.h"
#include "ui/detectors/study_job.h"
#include "ui/text.h"

#include <QFileInfo>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr Duration kLookEvery = std::chrono::seconds{60};
constexpr Duration kTryAgain = std::chrono::hours{1};
constexpr Duration kComparedOver = std::chrono::hours{24};
constexpr double kSecondsPerDay = 86400.0;

QString comparisonText(const StudyAnswer &answer)
{
    if (!answer.problem.empty()) {
        return RetrainingDesk::tr("Challenger ready; it could not be compared: %1").arg(toQt(answer.problem));
    }
    const study::CandidateStudy &champion = answer.study.candidates.at(0);
    const study::CandidateStudy &challenger = answer.study.candidates.at(1);
    if (!challenger.problem.empty()) {
        return RetrainingDesk::tr("Challenger ready, but it would not judge: %1").arg(toQt(challenger.problem));
    }
    const double jaccard = study::agreement(champion, challenger).jaccard();
    const QString agreed = std::isnan(jaccard) ? RetrainingDesk::tr("no anomalous row with either")
                                               : RetrainingDesk::tr("agreement %1").arg(jaccard, 0, 'f', 2);
    return RetrainingDesk::tr("Challenger ready: over the last day it would have fired %1, the champion %2, %3")
        .arg(challenger.raises(answer.study.from))
        .arg(champion.raises(answer.study.from))
        .arg(agreed);
}

} // namespace

RetrainingDesk::RetrainingDesk(HistoryAccess history, bool readOnly, QObject *parent)
    : QObject(parent)
    , m_history(std::move(history))
    , m_readOnly(readOnly)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
    , m_thread(std::string())
{
    if (m_history.folder.empty()) {
        return;
    }
    auto plan = study::readRetraining(m_history.folder);
    if (plan) {
        m_plan = std::move(*plan);
    } else {
        m_broken = tr("The schedule cannot be read: %1").arg(toQt(plan.error().text()));
    }
}

RetrainingDesk::~RetrainingDesk()
{
    m_stop->store(true);
}

QString RetrainingDesk::lock() const
{
    if (m_history.folder.empty()) {
        return tr("Without a data folder nothing can be trained.");
    }
    return m_readOnly ? tr("This window is read-only.") : m_broken;
}

QString RetrainingDesk::text(const SensorKey &source) const
{
    const auto found = m_texts.find(source);
    if (found != m_texts.end()) {
        return found->second;
    }
    const study::RetrainingEntry *known = entry(source);
    return known != nullptr && !known->challenger.kind.empty()
               ? tr("Challenger ready: %1").arg(QFileInfo(toQt(known->challenger.model)).fileName())
               : tr("No challenger. Nothing is ever promoted by itself.");
}

void RetrainingDesk::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (m_looked != kNoTime && snapshot->now >= m_looked && snapshot->now - m_looked < kLookEvery) {
        return;
    }
    m_looked = snapshot->now;
    startDue();
}

void RetrainingDesk::startDue()
{
    if (m_busy || !m_snapshot || !lock().isEmpty()) {
        return;
    }
    for (const study::RetrainingEntry &entry : m_plan.entries) {
        const auto failed = m_failed.find(entry.source);
        const bool waits = failed != m_failed.end() && m_snapshot->now - failed->second < kTryAgain;
        if (entry.due(m_snapshot->now) && !waits && findSource(*m_snapshot, entry.source)) {
            train(entry.source);
            return;
        }
        if (!entry.challenger.kind.empty() && !m_compared.contains(entry.source) && findSource(*m_snapshot, entry.source)) {
            compare(entry.source);
            return;
        }
    }
}

void RetrainingDesk::train(const SensorKey &key)
{
    const auto source = findSource(*m_snapshot, key);
    if (!source->isJudged()) {
        m_failed[key] = m_snapshot->now;
        say(key, tr("Nothing judges it now: there is no kind to train."));
        return;
    }
    const auto days = fromSeconds(std::max(1.0, entry(key)->everyDays) * kSecondsPerDay);
    TrainingRequest request{*source, source->judge, "retrained on schedule", m_snapshot->now - days, m_snapshot->now, m_snapshot->now};
    request.detector.model.clear();
    m_busy = true;
    say(key, tr("Training a challenger…"));
    m_thread.run([history = m_history, request, stop = m_stop] { return runTraining(history, request, [stop](double) { return !*stop; }); },
                 [this, key, request](const Result<study::ShelvedModel> &made) {
                     m_busy = false;
                     study::RetrainingEntry *scheduled = m_plan.find(key);
                     if (!made) {
                         m_failed[key] = request.at;
                         say(key, tr("No challenger could be trained: %1").arg(toQt(made.error().text())));
                     } else if (scheduled != nullptr) {
                         scheduled->last = request.at;
                         scheduled->challenger = request.detector;
                         scheduled->challenger.model = made->path;
                         save();
                         compare(key);
                     }
                 });
}

void RetrainingDesk::compare(const SensorKey &key)
{
    const auto source = findSource(*m_snapshot, key);
    m_compared.insert(key);
    m_busy = true;
    const StudyRequest request{*source,
                               m_snapshot->now - kComparedOver,
                               m_snapshot->now + Duration{1},
                               {{"champion", source->judge}, {"challenger", entry(key)->challenger}}};
    m_thread.run([history = m_history, request, stop = m_stop] { return runStudy(history, request, [stop](double) { return !*stop; }); },
                 [this, key](const StudyAnswer &answer) {
                     m_busy = false;
                     say(key, comparisonText(answer));
                 });
}

void RetrainingDesk::say(const SensorKey &source, const QString &text)
{
    m_texts[source] = text;
    emit changed(source);
}

void RetrainingDesk::save()
{
    if (const auto written = study::writeRetraining(m_history.folder, m_plan); !written) {
        m_broken = tr("The schedule cannot be written: %1").arg(toQt(written.error().text()));
    }
}

void RetrainingDesk::setEveryDays(const SensorKey &source, double days)
{
    if (!m_snapshot || !lock().isEmpty()) {
        return;
    }
    study::RetrainingEntry *known = m_plan.find(source);
    if (known == nullptr) {
        m_plan.entries.push_back({.source = source});
        known = &m_plan.entries.back();
    }
    if (known->last == kNoTime) {
        known->last = m_snapshot->now;
    }
    known->everyDays = days;
    save();
    emit changed(source);
}

void RetrainingDesk::discard(const SensorKey &source)
{
    if (study::RetrainingEntry *known = m_plan.find(source)) {
        known->challenger = {};
        m_compared.erase(source);
        save();
        say(source, tr("Discarded; its model file stays."));
    }
}

void RetrainingDesk::promoted(const SensorKey &source, const DetectorSpec &before)
{
    if (study::RetrainingEntry *known = m_plan.find(source)) {
        known->previous = before;
        known->challenger = {};
        m_compared.erase(source);
        save();
        say(source, tr("Promoted. Roll back brings the former one."));
    }
}

void RetrainingDesk::rolledBack(const SensorKey &source)
{
    if (study::RetrainingEntry *known = m_plan.find(source)) {
        known->previous = {};
        save();
        say(source, tr("Rolled back."));
    }
}

} // namespace telltale::ui
