// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

namespace telltale::ui {

/// What core/feed says of a feed ("nothing since …: this station is not authorised …; next try in 27 s"), in the language that is spoken;
/// also as the comment of the feed's alarm. As `spoken`: stored are the core's own words. Missing: a reason that is not in the table, and
/// any other text, stays as it is.
[[nodiscard]] QString spokenDetail(std::string_view detail);

} // namespace telltale::ui
