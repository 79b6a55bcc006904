// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace telltale::ui {

/// What people call a key figure of the alarm system; for a name that is none, the name itself.
[[nodiscard]] QString figureLabel(std::string_view id);

} // namespace telltale::ui
