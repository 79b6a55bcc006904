// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/data_table.h"
#include "app/lab/row_judge.h"
#include "core/base/json_text.h"
#include "core/evaluate/confusion.h"

#include <string>
#include <vector>

namespace telltale::app {

/// Builds the judge of a loaded model, with what --set says, and judges a table with it, with progress. Errors: as RowJudge; Cancelled.
[[nodiscard]] Result<JudgedTable> judgeWith(const LoadedModel &model, const Options &options, const RowTable &table, RowOrder order,
                                            Lab &lab);
[[nodiscard]] RowOrder orderAsked(const Options &options);

/// What was said about rows with a decision, against their labels. Shapes: `table` has labels.
[[nodiscard]] evaluate::Confusion confusionOf(const JudgedTable &judged, const RowTable &table);

/// Rows that were not judged and why, one sentence each, on `lab.err`.
void remarkOnUnjudged(const JudgedTable &judged, Lab &lab);

/// Fields of an object that is open: which model, which data, how many rows of which kind.
void addModel(JsonText &json, const LoadedModel &model);
void addTable(JsonText &json, const std::string &path, const evaluate::TableFile &file);
void addCounts(JsonText &json, const JudgedTable &judged);
void addConfusion(JsonText &json, const evaluate::Confusion &confusion);

} // namespace telltale::app
