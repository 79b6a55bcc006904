// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telltale::app {

/// Where journal and history live when nobody says otherwise: one folder for the real plant, another for the demo, so that practice
/// alarms never get into a real journal.
[[nodiscard]] std::string usualDataFolder(bool demo);

} // namespace telltale::app
