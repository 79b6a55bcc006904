// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/detector_texts.h"

#include "core/study/limit_setting.h"
#include "ui/charts/value_text.h"
#include "ui/detectors/detector_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StudyView", text);
}

QString settingText(const ParamValue &value)
{
    if (const auto *number = std::get_if<double>(&value)) {
        return valueText(*number);
    }
    if (const auto *flag = std::get_if<bool>(&value)) {
        return *flag ? tr("on") : tr("off");
    }
    return toQt(std::get<std::string>(value));
}

QString timesText(std::size_t times)
{
    return times == 0 ? tr("never") : times == 1 ? tr("once") : tr("%1 times").arg(countText(times));
}

QString shareText(std::size_t part, std::size_t all)
{
    return all == 0 ? QStringLiteral("–") : tr("%1 %").arg(valueText(100.0 * double(part) / double(all), 2));
}

QString persistenceText(const PersistenceRule &rule)
{
    switch (rule.kind) {
    case PersistenceRule::Kind::OnDelay: return tr("after %1 s").arg(valueText(toSeconds(rule.duration)));
    case PersistenceRule::Kind::Consecutive: return tr("after %1 readings in a row").arg(rule.count);
    case PersistenceRule::Kind::KOfN: return tr("after %1 of %2 readings").arg(rule.count).arg(rule.window);
    case PersistenceRule::Kind::CountInWindow: break;
    }
    return tr("after %1 readings within %2 s").arg(rule.count).arg(valueText(toSeconds(rule.duration)));
}

} // namespace

QString countText(std::size_t count)
{
    return (QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale()).toString(qulonglong(count));
}

QString sourceName(const SensorKey &key)
{
    return key.sensor.empty() ? tr("%1 as a whole").arg(toQt(key.asset)) : toQt(key.text());
}

QString detectorText(const DetectorSpec &detector)
{
    if (!isJudging(detector)) {
        return tr("nothing");
    }
    QStringList parts{toQt(detector.kind)};
    for (const auto &[name, value] : detector.params) {
        parts << QStringLiteral("%1 %2").arg(toQt(name), settingText(value));
    }
    QStringList stages;
    for (const std::string &stage : study::stagesOf(detector)) {
        stages << detectorWords(stage);
    }
    parts << (stages.isEmpty() ? tr("no stages") : tr("stages %1").arg(stages.join(QStringLiteral(" → "))));
    if (!detector.model.empty()) {
        parts << tr("model %1").arg(QFileInfo(toQt(detector.model)).fileName());
    }
    return parts.join(QStringLiteral(", "));
}

QString StudyView::headline() const
{
    if (!answer->problem.empty()) {
        return tr("No preview: %1").arg(toQt(answer->problem));
    }
    const study::CandidateStudy &candidate = answer->study.candidates.at(CandidatePlace);
    if (!candidate.problem.empty()) {
        return tr("NO DECISION: %1").arg(toQt(candidate.problem));
    }
    if (candidate.values.empty()) {
        return tr("Nothing is stored of it in %1.").arg(range);
    }
    if (candidate.learned == candidate.values.size()) {
        return tr("The model learned from all rows of %1: there is none left to try it on.").arg(range);
    }
    if (isJudging(candidate.detector) && candidate.undecided == candidate.values.size()) {
        return tr("NO DECISION on any row in %1: warm-up %2.").arg(range, percentText(candidate.warmUp));
    }
    QStringList missed;
    for (const OccurrenceId id : study::missedAlarms(answer->past.raises, candidate)) {
        missed << QStringLiteral("#%1").arg(id);
    }
    const QString fires = tr("In %1 this would have fired %2").arg(range, timesText(candidate.raises(answer->study.from)));
    if (!answer->pastProblem.empty()) {
        return tr("%1; which alarms there were cannot be read: %2").arg(fires, toQt(answer->pastProblem));
    }
    const QString most = answer->past.cut ? tr("more than ") : QString();
    const QString fired = tr("%1, was %2").arg(fires, most + countText(answer->past.raises.size()));
    return missed.isEmpty() ? fired + QLatin1Char('.') : tr("%1; misses %2.").arg(fired, missed.join(QStringLiteral(", ")));
}

QString StudyView::details() const
{
    if (!answer->problem.empty() || answer->study.candidates.size() <= CandidatePlace) {
        return {};
    }
    const study::CandidateStudy &candidate = answer->study.candidates[CandidatePlace];
    const study::CandidateStudy &present = answer->study.candidates[PresentPlace];
    QStringList parts;
    if (candidate.problem.empty()) {
        const std::size_t rows = candidate.values.size();
        parts << tr("%1 rows, %2 anomalous (%3), %4 without a decision.")
                     .arg(countText(rows), countText(candidate.anomalous), shareText(candidate.anomalous, rows),
                          countText(candidate.undecided));
    }
    if (candidate.learned > 0) {
        parts << tr("%1 of these are not judged: the model learned from these rows.").arg(countText(candidate.learned));
    }
    if (present.problem.empty() && isJudging(present.detector)) {
        parts << tr("The present detector on the same rows: %1.").arg(timesText(present.raises(answer->study.from)));
    }
    parts << tr("Alarm %1.").arg(persistenceText(answer->alarm.raise));
    if (answer->cut) {
        parts << tr("Too much to look at in one go: only the newest %1 rows.").arg(countText(answer->study.times.size()));
    }
    for (const std::string &sensor : answer->silent) {
        parts << tr("Without %1, which never reported.").arg(toQt(sensor));
    }
    return parts.join(QLatin1Char(' '));
}

QStringList StudyView::times() const
{
    QStringList lines;
    if (!answer->problem.empty() || answer->study.candidates.size() <= CandidatePlace) {
        return lines;
    }
    const UtcTime now = answer->study.times.empty() ? kNoTime : answer->study.times.back();
    const auto &episodes = answer->study.candidates[CandidatePlace].episodes;
    for (auto episode = episodes.rbegin(); episode != episodes.rend(); ++episode) {
        const QString raised = sinceText(episode->raised, now, zone);
        lines << (episode->cleared == kNoTime ? tr("%1  and still active").arg(raised)
                                              : tr("%1  for %2").arg(raised, durationText(episode->cleared - episode->raised)));
    }
    return lines;
}

QString recountText(double limit, const study::RowCount &count)
{
    return tr("at %1: %2 of %3 rows, %4")
        .arg(valueText(limit), countText(count.anomalous), countText(count.rows), shareText(count.anomalous, count.rows));
}

QString provenanceText(const study::ShelvedModel &model, ZoneChoice zone)
{
    const TrainingRecord &record = model.model->training;
    return tr("%1, trained %2 on %3 rows (%4 left out) of %5, %6 to %7. Limit %8. File %9, SHA-256 %10")
        .arg(toQt(model.model->detector), fullTime(record.trainedAt, zone), countText(record.rows), countText(record.skipped),
             toQt(record.source), fullTime(record.first, zone), fullTime(record.last, zone))
        .arg(std::isnan(model.model->limit) ? tr("found by itself") : valueText(model.model->limit), toQt(model.path), toQt(model.sha256));
}

} // namespace telltale::ui
