// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace telltale::ui {

/// What the catalog says of a detector, a setting or a unit, and what a study calls its candidates, in the language that is spoken.
/// Missing: what is not in the table stays as it is; a test holds the table against the catalog.
[[nodiscard]] QString detectorWords(std::string_view text);

} // namespace telltale::ui
