// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"
#include "core/evaluate/table_file.h"
#include "core/study/model_shelf.h"

#include <span>
#include <string>

namespace telltale::app {

/// A model file as the commands use it.
using LoadedModel = study::ShelvedModel;

/// Reads the table that a command works on: the columns that the models need, or without a model every column of numbers, as --columns,
/// --ignore, --rename and --truth say. Says on `lab.err` what is odd about it: cells that are no numbers, times that go backwards, words
/// where numbers were promised.
/// Errors: as evaluate::readTable; BadFormat for JSON, or what Python prints instead of it; BadFormat for a header that looks shifted by
/// one column against the models or the plant file, with the options that put it right.
[[nodiscard]] Result<evaluate::TableFile> readDataTable(const Options &options, Lab &lab, const std::string &path,
                                                        std::span<const LoadedModel> models, bool keepTimeTexts = false);

} // namespace telltale::app
