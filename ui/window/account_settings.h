// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>

namespace telltale::ui {

/// Who may act at this window, as far as it is known beforehand.
struct AccountSettings {
    std::string file;                              ///< empty = this program knows no accounts: everybody may do everything
    Duration lockAfter = std::chrono::minutes{15}; ///< without key or mouse; zero = never
};

} // namespace telltale::ui
