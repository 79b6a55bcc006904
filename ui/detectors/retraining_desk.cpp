// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/retraining_desk.h"

#include "core/study/score_counts.h"
#include "ui/detectors/study_job.h"
#include "ui/models/number_text.h"
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
                                               : RetrainingDesk::tr("agreement %1").arg(numberText(jaccard, 'f', 2));
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
    , m_files(std::make_unique<Archive>(std::string()))
    , m_thread(std::string())
{
    if (m_history.folder.empty()) {
        return;
    }
    auto plan = study::readRetraining(m_history.folder);
    if (plan) {
        m_plan = std::move(*plan);
    } else {
        m_unreadable = tr("The schedule cannot be read: %1").arg(toQt(plan.error().text()));
    }
}

RetrainingDesk::~RetrainingDesk()
{
    m_stop->store(true);
    m_files.reset();
    if (m_unsaved) {
        static_cast<void>(study::writeRetraining(m_history.folder, m_plan)); // the last chance; nobody is left to be told
    }
}

QString RetrainingDesk::lock() const
{
    if (m_history.folder.empty()) {
        return tr("Without a data folder nothing can be trained.");
    }
    return m_readOnly ? tr("This window is read-only.") : m_unreadable;
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
    if (!m_unwritten.isEmpty()) {
        save();
    }
    startDue();
}

bool RetrainingDesk::mayTrain(const study::RetrainingEntry &entry) const
{
    const auto failed = m_failed.find(entry.source);
    const auto source = findSource(*m_snapshot, entry.source);
    if (!entry.due(m_snapshot->now) || !source || failed == m_failed.end()) {
        return entry.due(m_snapshot->now) && source;
    }
    const Failure &before = failed->second;
    const bool other = !(before.detector == source->judge) || before.everyDays != entry.everyDays;
    return other || (!before.lasting && m_snapshot->now - before.at >= kTryAgain);
}

bool RetrainingDesk::isCompared(const study::RetrainingEntry &entry) const
{
    const auto compared = m_compared.find(entry.source);
    const auto source = findSource(*m_snapshot, entry.source);
    return !source
           || (compared != m_compared.end() && compared->second.champion == source->judge
               && compared->second.challenger == entry.challenger);
}

void RetrainingDesk::startDue()
{
    if (m_busy || !m_snapshot || !lock().isEmpty()) {
        return;
    }
    for (const study::RetrainingEntry &entry : m_plan.entries) {
        if (!entry.challenger.kind.empty() && !isCompared(entry)) {
            compare(entry.source);
            return;
        }
    }
    for (const study::RetrainingEntry &entry : m_plan.entries) {
        if (mayTrain(entry)) {
            train(entry.source);
            return;
        }
    }
}

void RetrainingDesk::train(const SensorKey &key)
{
    const auto source = findSource(*m_snapshot, key);
    const study::RetrainingEntry &scheduled = *entry(key);
    if (!source->isJudged()) {
        fail(scheduled, source->judge, {ErrorKind::Unsupported, "nothing judges it now: there is no kind to train", {}});
        return;
    }
    const UtcTime end = m_snapshot->now - kComparedOver;
    const auto days = fromSeconds(std::max(1.0, scheduled.everyDays) * kSecondsPerDay);
    TrainingRequest request{*source, source->judge, "retrained on schedule", end - days, end, m_snapshot->now};
    request.detector.model.clear();
    m_busy = true;
    say(key, tr("Training a challenger…"));
    m_thread.run([history = m_history, request, stop = m_stop] { return runTraining(history, request, [stop](double) { return !*stop; }); },
                 [this, key, judge = source->judge, at = request.at](const Result<study::ShelvedModel> &made) {
                     m_busy = false;
                     takeTraining(key, judge, at, made);
                 });
}

/// `detector` judged when it began: the challenger is that with the new model.
void RetrainingDesk::takeTraining(const SensorKey &key, const DetectorSpec &detector, UtcTime at, const Result<study::ShelvedModel> &made)
{
    study::RetrainingEntry *scheduled = m_plan.find(key);
    if (scheduled == nullptr) {
        return;
    }
    if (!made) {
        fail(*scheduled, detector, made.error());
        return;
    }
    m_failed.erase(key);
    scheduled->last = at;
    scheduled->challenger = detector;
    scheduled->challenger.model = made->path;
    save();
    compare(key);
}

void RetrainingDesk::fail(const study::RetrainingEntry &entry, const DetectorSpec &detector, const Error &why)
{
    const bool lasting = why.kind == ErrorKind::Unsupported || why.kind == ErrorKind::InvalidArgument;
    m_failed[entry.source] = {m_snapshot->now, lasting, detector, entry.everyDays};
    const QString nothing = why.kind == ErrorKind::NotFound ? tr(" (the newest day is kept for comparing)") : QString();
    say(entry.source, tr("No challenger could be trained: %1%2").arg(toQt(why.text()), nothing));
}

void RetrainingDesk::compare(const SensorKey &key)
{
    const auto source = findSource(*m_snapshot, key);
    if (!source) {
        return;
    }
    const DetectorSpec challenger = entry(key)->challenger;
    m_compared[key] = {m_snapshot->now, source->judge, challenger};
    m_busy = true;
    const StudyRequest request{
        *source, m_snapshot->now - kComparedOver, m_snapshot->now + Duration{1}, {{"champion", source->judge}, {"challenger", challenger}}};
    m_thread.run([history = m_history, request, stop = m_stop] { return runStudy(history, request, [stop](double) { return !*stop; }); },
                 [this, key, challenger](const StudyAnswer &answer) {
                     m_busy = false;
                     const study::RetrainingEntry *scheduled = entry(key);
                     if (scheduled != nullptr && scheduled->challenger == challenger) { // else it was promoted or discarded meanwhile
                         say(key, comparisonText(answer));
                     }
                 });
}

void RetrainingDesk::refresh(const SensorKey &source)
{
    const auto compared = m_compared.find(source);
    if (m_snapshot && compared != m_compared.end() && m_snapshot->now - compared->second.at >= kLookEvery) {
        m_compared.erase(compared);
    }
    startDue();
}

void RetrainingDesk::say(const SensorKey &source, const QString &text)
{
    if (m_texts[source] != text) {
        m_texts[source] = text;
        emit changed(source);
    }
}

/// On a thread: the disk may be slow, and it is synced.
void RetrainingDesk::save()
{
    m_unsaved = true;
    m_files->run([folder = m_history.folder, plan = m_plan] { return study::writeRetraining(folder, plan); },
                 [this, number = ++m_saves](const Result<void> &written) {
                     m_unsaved = m_unsaved && (number != m_saves || !written.ok());
                     const QString before = std::exchange(
                         m_unwritten, written ? QString() : tr("The schedule cannot be written: %1").arg(toQt(written.error().text())));
                     if (before.isEmpty() != m_unwritten.isEmpty()) {
                         emit troubled(m_unwritten.isEmpty() ? tr("The schedule is written again.") : m_unwritten);
                     }
                 });
}

void RetrainingDesk::setEveryDays(const SensorKey &source, double days)
{
    if (!m_snapshot || !lock().isEmpty()) {
        return;
    }
    study::RetrainingEntry *known = m_plan.find(source);
    if ((known == nullptr ? 0.0 : known->everyDays) == days) {
        return;
    }
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
        save();
        say(source, tr("Discarded; its model file stays."));
    }
}

void RetrainingDesk::promoted(const SensorKey &source, const DetectorSpec &before, bool beforeIsPlant)
{
    if (study::RetrainingEntry *known = m_plan.find(source)) {
        known->previous = before;
        known->previousIsPlant = beforeIsPlant;
        known->challenger = {};
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
