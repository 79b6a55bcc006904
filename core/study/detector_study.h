// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/alarm_definition.h"
#include "core/model/alarm_event.h"
#include "core/model/detector_spec.h"
#include "core/model/trained_model.h"
#include "core/study/study_rows.h"

#include <functional>
#include <string>
#include <vector>

namespace telltale::study {

/// A detector that is asked "what would you have done?".
struct Candidate {
    std::string name; ///< for people
    DetectorSpec detector;
    TrainedModelPtr model; ///< null = it learns from the rows it is shown
};

/// One time the alarm's condition would have held.
struct Episode {
    UtcTime firstViolation = kNoTime;
    UtcTime raised = kNoTime;
    UtcTime cleared = kNoTime; ///< kNoTime = still active at the end
};

/// What a candidate made of the judged rows. Shapes: `values`, `ratios` and `verdicts` have one entry per judged row.
struct CandidateStudy {
    std::string name = {};
    DetectorSpec detector = {};
    std::string problem = {}; ///< why it could not be built, for people; everything else is then empty
    std::size_t undecided = 0;
    std::size_t learned = 0; ///< of the undecided ones: rows its model had learned from, of a kind that learns as it runs
    std::size_t anomalous = 0;
    std::vector<Episode> episodes = {}; ///< by time; an episode that began before the first judged row is the first, if it still held then
    std::vector<double> values = {};    ///< Score::value, what is compared with the limit; NaN without a decision
    std::vector<float> ratios = {};     ///< value / limit; NaN without a decision
    std::vector<Verdict> verdicts = {};
    double limit = kMissing; ///< of the newest decided row
    double warmUp = 0.0;     ///< share of the warm-up done at the end

    /// Times it would have fired: episodes raised at or after `from`.
    [[nodiscard]] std::size_t raises(UtcTime from) const;
};

struct Study {
    UtcTime from = kNoTime;
    std::vector<UtcTime> times; ///< of the judged rows
    std::vector<CandidateStudy> candidates;
    std::size_t warmUpRows = 0; ///< shown before the first judged row
};

/// Told from time to time how much is done, 0 … 1; false stops. May be empty.
using StudyWatch = std::function<bool(double share)>;

/// How many rows a detector should be shown before the first one that is judged: its warm-up, and what fills the usual memory.
[[nodiscard]] std::size_t warmUpRows(const DetectorSpec &detector);

/// Lets each candidate judge the same rows as the engine would, alarm delays and counts included: rows before `from` warm it up, the others
/// are judged. The period that gaps are measured in is that of all rows, where the engine learns it on the way; timers run with the rows
/// only. Rows that the model of a kind that learns as it runs remembers already are shown to it no second time, and not decided. A detector
/// of the kind kNoDetector, or of none, decides nothing. `seedName` as for makeDetector: with the source's own name seeded detectors give
/// the same scores as live. Errors: Cancelled when `watch` said so. A candidate that cannot be built says so in its `problem`. Thread: any.
/// Cost: the detectors', one after the other; of candidates that are the same only the first is run.
[[nodiscard]] Result<Study> studyDetectors(const StudyRows &rows, UtcTime from, const std::vector<Candidate> &candidates,
                                           const AlarmDefinition &alarm, const std::string &seedName, const StudyWatch &watch = {});

/// A real alarm: what happened in [from, to]; `to` kNoTime = it still holds.
struct RealAlarm {
    OccurrenceId id = 0;
    UtcTime from = kNoTime; ///< first violation
    UtcTime to = kNoTime;
};

/// The alarms during which the candidate's condition never held. Shapes: as given, each number once.
[[nodiscard]] std::vector<OccurrenceId> missedAlarms(const std::vector<RealAlarm> &alarms, const CandidateStudy &candidate);

} // namespace telltale::study
