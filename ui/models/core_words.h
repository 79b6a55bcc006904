// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace telltale::ui {

/// What the core calls something ("anomalous", "lost", "RAISE"), in the language that is spoken. Journal and exports keep the core's own
/// words; only screens translate them. Missing: a word that is not in the table, such as one from a plant file, stays as it is.
[[nodiscard]] QString spoken(std::string_view coreWord);

} // namespace telltale::ui
