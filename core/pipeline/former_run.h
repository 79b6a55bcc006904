// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_reader.h"

#include <string>
#include <vector>

namespace telltale::pipeline {

/// What the former run left behind, from a journal that may have been damaged.
struct FormerRun {
    store::RestartState state;
    std::vector<std::string> problems; ///< what of it could not be read, as sentences
};

/// Alarms whose own row is lost are rebuilt from their transitions: none that was open is forgotten. Nothing is left of an empty folder.
/// Errors: those of the journal as a whole.
[[nodiscard]] Result<FormerRun> readFormerRun(const std::string &dataFolder);

} // namespace telltale::pipeline
