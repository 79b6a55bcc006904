// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/trained_model.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace telltale::modelfile {

/// Model files by path, each read once as long as it stays the same (by size and time of writing) and somebody holds what was read.
/// The newest one read is held here, so that checking a change of detector and carrying it out read its file once.
/// Thread: one at a time.   Cost: a look at the file; reading it where that is needed.
class ModelReader {
public:
    /// Errors: as `readModel`; a failure is not remembered.
    [[nodiscard]] Result<TrainedModelPtr> read(const std::string &path);

private:
    struct Kept {
        std::filesystem::file_time_type written;
        std::uintmax_t bytes = 0;
        std::weak_ptr<const TrainedModel> model;
    };

    std::map<std::string, Kept> m_kept;
    TrainedModelPtr m_newest;
};

} // namespace telltale::modelfile
