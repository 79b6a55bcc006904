// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/model/trained_model.h"
#include "core/modelfile/model_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace telltale::study {

/// Where the models of a sensor or an asset are: DATA/models/<asset>/<sensor>, with `_asset` for the asset as a whole. Whatever a name
/// holds, it stays below DATA/models: bytes other than letters, digits, `-`, `_` and `.` are written %XX, as are a leading `.` or `_`.
[[nodiscard]] std::string modelFolder(const std::string &dataFolder, const SensorKey &source);

/// "band-20261122T113100Z.model"
[[nodiscard]] std::string modelFileName(std::string_view kind, UtcTime trainedAt);

/// A model on the shelf.
struct ShelvedModel {
    std::string path;
    std::string sha256; ///< of the file's bytes, as sha256sum prints it
    TrainedModelPtr model;
};

/// One model's file. Errors: as modelfile::readModel.
[[nodiscard]] Result<ShelvedModel> readShelved(const std::string &path);

struct Shelf {
    std::vector<ShelvedModel> models;  ///< by the time they were trained, oldest first
    std::vector<std::string> problems; ///< files that could not be read, for people
};

/// Reads all `*.model` files of a folder. Missing: no folder, no models. Cost: reads every file.
[[nodiscard]] Shelf readShelf(const std::string &folder);

/// Writes a model into the folder, which is made where it is not there, and reads it back as `readShelf` does. One that cannot be read
/// back is not left there.
/// Errors: Unsupported for a file longer than `mostBytes`, as it could not be read: nothing is written; Io, Full; Busy when a model of that
/// kind and second is there already.
[[nodiscard]] Result<ShelvedModel> shelve(const std::string &folder, const TrainedModel &model,
                                          std::size_t mostBytes = modelfile::kMostBytes);

} // namespace telltale::study
