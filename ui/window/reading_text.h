// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace telltale::ui {

/// How to read the window, with the keys in force: sections with a heading in capitals.
[[nodiscard]] QString readingText();

} // namespace telltale::ui
