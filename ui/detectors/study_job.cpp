// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/study_job.h"

#include "core/detect/trained/train.h"
#include "core/modelfile/model_file.h"

#include <algorithm>

namespace telltale::ui {

namespace {

constexpr UtcTime kEarliest = fromNanos(0);

study::StudyRows readRows(const HistoryAccess &history, const JudgedSource &source, UtcTime from, UtcTime to)
{
    std::vector<study::StoredColumn> columns;
    for (std::size_t i = 0; i < source.sensors.size(); ++i) {
        columns.push_back({source.channels[i], history.samples(source.sensors[i], from, to)});
    }
    return study::alignRows(columns, from, to);
}

/// Going back by so many rows, but never before the beginning of all time.
UtcTime before(UtcTime t, Duration period, std::size_t rows)
{
    const double back = toSeconds(period) * double(rows);
    return back >= toSeconds(t - kEarliest) ? kEarliest : t - fromSeconds(back);
}

/// A model that an earlier candidate has is not read again.
study::Candidate loaded(const std::string &name, const DetectorSpec &detector, const std::vector<study::Candidate> &before,
                        std::string &problem)
{
    study::Candidate candidate{name, detector, nullptr};
    if (detector.model.empty()) {
        return candidate;
    }
    for (const study::Candidate &each : before) {
        if (each.model && each.detector.model == detector.model) {
            candidate.model = each.model;
            return candidate;
        }
    }
    auto model = modelfile::readModel(detector.model);
    if (model) {
        candidate.model = std::make_shared<const TrainedModel>(std::move(*model));
    } else {
        problem = model.error().text();
    }
    return candidate;
}

Duration periodOf(const HistoryAccess &history, const StudyRequest &request)
{
    Duration period{0};
    for (const detect::ChannelSpec &channel : request.source.channels) {
        period = std::max(period, channel.period);
    }
    return period > Duration::zero() ? period : readRows(history, request.source, request.from, request.to).period;
}

/// A candidate whose model cannot be read judges nothing; the others are not held up by it.
void markUnread(study::Study &study, const std::vector<std::string> &problems)
{
    for (std::size_t i = 0; i < problems.size(); ++i) {
        if (!problems[i].empty()) {
            const study::CandidateStudy &old = study.candidates[i];
            study.candidates[i] = {.name = old.name, .detector = old.detector, .problem = problems[i]};
        }
    }
}

} // namespace

StudyAnswer runStudy(const HistoryAccess &history, const StudyRequest &request, const study::StudyWatch &watch)
{
    StudyAnswer answer;
    std::vector<study::Candidate> candidates;
    std::vector<std::string> problems;
    std::size_t warmUp = 0;
    for (const auto &[name, detector] : request.candidates) {
        candidates.push_back(loaded(name, detector, candidates, problems.emplace_back()));
        warmUp = std::max(warmUp, study::warmUpRows(detector));
    }
    const Duration period = periodOf(history, request);
    const UtcTime oldest = before(request.to, period, StudyRequest::kMostRows);
    const UtcTime from = std::max(request.from, period > Duration::zero() ? oldest : request.from);
    const study::StudyRows rows = readRows(history, request.source, before(from, period, warmUp), request.to);
    answer.past = history.alarms ? history.alarms(request.source.key, from, request.to) : PastAlarms{};
    const auto &known = answer.past.definition ? answer.past.definition : request.source.alarm;
    answer.alarmKnown = known.has_value();
    answer.alarm = known.value_or(AlarmDefinition{});
    auto study = study::studyDetectors(rows, from, candidates, answer.alarm, request.source.key.text(), watch);
    if (!study) {
        answer.cancelled = study.error().kind == ErrorKind::Cancelled;
        answer.problem = study.error().text();
        return answer;
    }
    answer.study = std::move(*study);
    answer.cut = from > request.from && rows.rows() >= StudyRequest::kMostRows;
    markUnread(answer.study, problems);
    return answer;
}

Result<study::ShelvedModel> runTraining(const HistoryAccess &history, const TrainingRequest &request, const study::StudyWatch &watch)
{
    if (history.folder.empty() || !history.available()) {
        return Error{ErrorKind::NotFound, "without a data folder there is no history to learn from", {}};
    }
    const study::StudyRows rows = readRows(history, request.source, request.from, request.to);
    if (rows.rows() == 0) {
        return Error{ErrorKind::NotFound, "nothing is stored of it in this time", {}};
    }
    TrainingRecord record;
    record.source = "history of " + request.source.key.text() + (request.name.empty() ? "" : ": " + request.name);
    record.trainedAt = request.at;
    auto model = detect::train(request.detector, rows.table, std::move(record), watch);
    if (!model) {
        return model.error();
    }
    return study::shelve(study::modelFolder(history.folder, request.source.key), *model);
}

} // namespace telltale::ui
