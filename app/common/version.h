// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telltale::app {

/// "0.1.0"
[[nodiscard]] std::string productVersion();
/// What --version prints: the program, and the libraries it runs with.
[[nodiscard]] std::string versionText(const std::string &program);

} // namespace telltale::app
