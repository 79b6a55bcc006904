// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/trained_model.h"

#include <string>
#include <string_view>

namespace telltale::modelfile {

/// A trained model as a text file of two lines; nothing in it is ever executed.
///
///     {"format":"telltale-model","version":1,"bytes":N,"sha256":"…"}
///     {"detector":"kmeans","settings":{…},"channels":[…],"limit":…,"scoreQuantiles":[…],"tables":[…],"training":{…}}
///
/// `bytes` and `sha256` are those of the second line with its line end, so that `tail -n +2 FILE | sha256sum` checks it. Times are
/// nanoseconds since 1970, missing numbers null. Fields that a reader does not know are skipped; a change that old readers would
/// misunderstand raises `version`. telltale-model(5) describes every field.
/// Shapes: at most 64 MiB, 1024 channels, 256 settings, 1001 quantiles and 16 tables.
/// Cost: reading takes memory for up to 12 times the file's bytes (tables of one-digit numbers), twice of it for usual ones.
inline constexpr int kVersion = 1;
inline constexpr std::size_t kMostBytes = 64U << 20U;

[[nodiscard]] std::string formatModel(const TrainedModel &model);

/// Errors: BadFormat for anything that is no such file, or one that names a channel twice; Unsupported for a newer version; Corrupt for a
/// length or hash that does not agree with the content; OutOfRange for more than the caps, times before 1970 or after 2100, and where
/// memory runs out. `where` names `place` and what was read there.
[[nodiscard]] Result<TrainedModel> parseModel(std::string_view text, const std::string &place);

/// Errors: as `parseModel`; NotFound, Io.
[[nodiscard]] Result<TrainedModel> readModel(const std::string &path);

/// Writes beside the file first and renames: there is never half a model.
/// Errors: OutOfRange for a model that nobody could read, being too large; Io, Full.
[[nodiscard]] Result<void> writeModel(const std::string &path, const TrainedModel &model);

} // namespace telltale::modelfile
