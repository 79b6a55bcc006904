// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

namespace telltale::ui {

/// "10 min", "1 h 30 min", "2 d", "450 ms": the two largest units that are not zero, the rest cut.
[[nodiscard]] QString spanText(Duration span);

/// How far back something is, with its sign: "−00:42", "−1:02:03", "−2 d 03:15". Never positive.
[[nodiscard]] QString agoText(Duration ago);

/// "12:31:07" or with `digits` decimals of the second; UTC.
[[nodiscard]] QString clockText(UtcTime time, int digits = 0);

/// "2026-11-22"; UTC.
[[nodiscard]] QString dateText(UtcTime time);

} // namespace telltale::ui
