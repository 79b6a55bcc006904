// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <string>

namespace telltale::soak {

/// Puts a person before the window of a `telltale` that is started with it (operator/seated_operator.h), who tries to acknowledge
/// every `acknowledgeMs` (0 = never). What the program remembers goes below `xdgFolder`; `clockFile` moves its clock (empty = its own).
[[nodiscard]] QProcessEnvironment seatedEnvironment(int acknowledgeMs, const std::string &xdgFolder, const std::string &clockFile = {});

/// The plant of the demonstration, as a file.
[[nodiscard]] std::string demoPlantFile();

} // namespace telltale::soak
