// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

class QScreen;

namespace telltale::app {

/// The screen of that name. Errors: NotFound with the names that there are. Needs a QGuiApplication.
[[nodiscard]] Result<QScreen *> screenNamed(const std::string &name);

} // namespace telltale::app
