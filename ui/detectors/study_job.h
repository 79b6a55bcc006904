// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/detector_study.h"
#include "core/study/model_shelf.h"
#include "ui/detectors/history_access.h"
#include "ui/detectors/judged_source.h"

#include <string>
#include <utility>
#include <vector>

namespace telltale::ui {

/// What is to be found out, as values that may go to another thread.
struct StudyRequest {
    /// More rows than this are not looked at in one go: the range then begins later, and the answer says so.
    static constexpr std::size_t kMostRows = 2'000'000;

    JudgedSource source;
    UtcTime from = kNoTime;
    UtcTime to = kNoTime;
    std::vector<std::pair<std::string, DetectorSpec>> candidates; ///< name and detector; a model is read from its file
};

struct StudyAnswer {
    study::Study study;
    PastAlarms past;
    AlarmDefinition alarm;   ///< that the candidates were given
    bool alarmKnown = false; ///< it is that of an alarm the source had; else the usual one
    bool cut = false;        ///< the range began later than asked for
    std::string problem;     ///< why there is no answer, for people; empty = there is
    bool cancelled = false;
};

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
/// Errors: as detect::train and study::shelve; NotFound where nothing is stored. Thread: any.
[[nodiscard]] Result<study::ShelvedModel> runTraining(const HistoryAccess &history, const TrainingRequest &request,
                                                      const study::StudyWatch &watch);

} // namespace telltale::ui
