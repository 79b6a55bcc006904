// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/study_job.h"

#include "core/detect/trained/train.h"
#include "core/modelfile/model_file.h"
#include "core/study/model_drift.h"

#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

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

StudyAnswer withoutAnswer(StudyAnswer answer, const Error &error)
{
    answer.cancelled = error.kind == ErrorKind::Cancelled;
    answer.problem = error.text();
    return answer;
}

void readPast(const HistoryAccess &history, const StudyRequest &request, UtcTime from, StudyAnswer &answer)
{
    if (!history.alarms) {
        return;
    }
    auto past = history.alarms(request.source.key, from, request.to);
    if (past) {
        answer.past = std::move(*past);
    } else {
        answer.pastProblem = past.error().text();
    }
}

/// No detector ever learns from what its source itself calls bad.
void blankBad(study::StudyRows &rows)
{
    for (std::size_t i = 0; i < rows.quality.size(); ++i) {
        rows.table.values[i] = rows.quality[i] == Quality::Bad ? kMissing : rows.table.values[i];
    }
}

} // namespace

StudyAnswer runStudy(const HistoryAccess &history, const StudyRequest &request, const study::StudyWatch &watch)
{
    StudyAnswer answer;
    answer.source = request.source.key;
    answer.alarm = request.source.alarm;
    std::vector<study::Candidate> candidates;
    std::vector<std::string> problems;
    std::size_t warmUp = 0;
    for (const auto &[name, detector] : request.candidates) {
        candidates.push_back(loaded(name, detector, candidates, problems.emplace_back()));
        warmUp = std::max(warmUp, study::warmUpRows(detector));
    }
    auto stored = readRows(history, request.source, request.from, request.to, warmUp, watch);
    if (!stored) {
        return withoutAnswer(std::move(answer), stored.error());
    }
    answer.cut = stored->cut;
    answer.silent = stored->silent;
    readPast(history, request, stored->from, answer);
    auto study = study::studyDetectors(stored->rows, stored->from, candidates, answer.alarm, request.source.key.text(), watch);
    if (!study) {
        return withoutAnswer(std::move(answer), study.error());
    }
    answer.study = std::move(*study);
    markUnread(answer.study, problems);
    return answer;
}

Result<study::ShelvedModel> runTraining(const HistoryAccess &history, const TrainingRequest &request, const study::StudyWatch &watch)
{
    if (history.folder.empty() || !history.available()) {
        return Error{ErrorKind::NotFound, "without a data folder there is no history to learn from", {}};
    }
    auto stored = readRows(history, request.source, request.from, request.to, 0, watch);
    if (!stored) {
        return stored.error();
    }
    if (stored->rows.rows() == 0) {
        return Error{ErrorKind::NotFound, "nothing is stored of it in this time", {}};
    }
    blankBad(stored->rows);
    TrainingRecord record;
    record.source = "history of " + request.source.key.text() + (request.name.empty() ? "" : ": " + request.name)
                    + (stored->cut ? " (only the newest rows of the time asked for)" : "");
    record.trainedAt = request.at;
    auto model = detect::train(request.detector, stored->rows.table, std::move(record), watch);
    if (!model) {
        return model.error();
    }
    if (std::isnan(model->limit)) {
        const auto reached = study::limitReached(*model, stored->rows.channels, request.source.key.text(), watch);
        if (!reached) {
            return reached.error();
        }
        model->limit = *reached;
    }
    return study::shelve(study::modelFolder(history.folder, request.source.key), *model);
}

} // namespace telltale::ui
