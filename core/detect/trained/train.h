// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/trained/training_watch.h"
#include "core/model/row_table.h"
#include "core/model/trained_model.h"

namespace telltale::detect {

/// Learns a detector of any kind from a table. Kinds that learn as they run (shingles, forests, bands) remember the newest 100,000 rows
/// themselves and are shown them when the model is loaded. Of these, band and t2_residual are fitted to all the rows that they remember
/// (t2_residual: the newest 20,000), whatever their setting `warmUp`.
/// Missing: rows with a value that is missing or absurd are left out and counted; for shingles and forests they stay.
/// `record` is taken over; its counts and times are filled in, and are those of the rows learned from.
/// Errors: NotFound for an unknown kind; InvalidArgument for settings out of range, no labels where they are needed, or labels of one
/// class only; OutOfRange for too few rows, a column without any value, or only constant columns; Cancelled when `watch` said so;
/// whatever `makeDetector` says of the finished model.
/// Thread: any. Cost: the fit's, plus one pass over the rows.
[[nodiscard]] Result<TrainedModel> train(const DetectorSpec &spec, const RowTable &table, TrainingRecord record,
                                         const TrainingWatch &watch = {});

} // namespace telltale::detect
