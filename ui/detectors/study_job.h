// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/detector_study.h"
#include "core/study/model_shelf.h"
#include "ui/detectors/history_access.h"
#include "ui/detectors/judged_source.h"
#include "ui/detectors/stored_rows.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace telltale::ui {

/// What is to be found out, as values that may go to another thread.
struct StudyRequest {
    JudgedSource source;
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    std::vector<std::pair<std::string, DetectorSpec>> candidates; ///< name and detector; a model is read from its file
};

struct StudyAnswer {
    SensorKey source; ///< whose it is
    study::Study study;
    PastAlarms past;
    std::string pastProblem;         ///< why it is not known which alarms there really were, for people
    std::vector<std::string> silent; ///< sensors of the asset that never reported and were left out
    AlarmDefinition alarm;           ///< that the candidates were given
    bool cut = false;                ///< the range begins later than asked for: it was too much to look at in one go
    std::string problem;             ///< why there is no answer, for people; empty = there is
    bool cancelled = false;
};

/// Large, and never changed once it is there.
using StudyAnswerPtr = std::shared_ptr<const StudyAnswer>;

/// Reads and judges. Thread: any. Cost: all of it; `watch` can stop it.
[[nodiscard]] StudyAnswer runStudy(const HistoryAccess &history, const StudyRequest &request, const study::StudyWatch &watch);

struct TrainingRequest {
    JudgedSource source;
    DetectorSpec detector;
    std::string name; ///< for people, goes into the model's record; may be empty
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    UtcTime at = kNoTime; ///< now
};

/// Learns a model from stored history and puts it on the shelf of its source.
/// Of more than StoredRows::kMostCells the newest are learned from, and the model's record says so. Readings of bad quality are missing.
/// Errors: as detect::train and study::shelve; NotFound where nothing is stored. Thread: any.
[[nodiscard]] Result<study::ShelvedModel> runTraining(const HistoryAccess &history, const TrainingRequest &request,
                                                      const study::StudyWatch &watch);

} // namespace telltale::ui
