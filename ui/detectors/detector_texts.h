// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/score_counts.h"
#include "ui/detectors/study_job.h"
#include "ui/models/time_text.h"

#include <QString>
#include <QStringList>

namespace telltale::ui {

/// Positions of the two detectors every study has.
enum StudyPlace : std::size_t { PresentPlace, CandidatePlace };

[[nodiscard]] QString countText(std::size_t count);     ///< "12,500"
[[nodiscard]] QString sourceName(const SensorKey &key); ///< "line-a/pump1 · x", "line-a/pump1 as a whole"

/// "band, k 3, stages tail → control, model band-….model"; "nothing" where none is named.
[[nodiscard]] QString detectorText(const DetectorSpec &detector);

/// What of a study is shown, and how it is spoken of.
struct StudyView {
    StudyAnswerPtr answer; ///< never null
    QString range;         ///< "the last hour"
    ZoneChoice zone = ZoneChoice::Local;

    /// "In the last hour this would have fired 3 times, was 5; misses #12, #14."
    [[nodiscard]] QString headline() const;
    /// Rows, anomalous rows, rows without a decision, what the alarm waits for.
    [[nodiscard]] QString details() const;
    /// One line per time the candidate would have fired, newest first.
    [[nodiscard]] QStringList times() const;
};

/// "at 2.9: 441 of 12,500 rows, 3.5 %"
[[nodiscard]] QString recountText(double limit, const study::RowCount &count);
/// When, from what and by what limit a model was trained, and the hash of its file.
[[nodiscard]] QString provenanceText(const study::ShelvedModel &model, ZoneChoice zone);

} // namespace telltale::ui
