// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

#include <span>
#include <string>

namespace telltale::app {

/// Runs `telltale-lab` with the arguments behind the program's name, and gives its exit code.
[[nodiscard]] int runLab(std::span<const std::string> arguments, Lab &lab);

} // namespace telltale::app
