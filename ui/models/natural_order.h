// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace telltale::ui {

/// Order of names as people count: "station-2" before "station-10". Case does not matter unless nothing else differs. Negative, 0 or
/// positive. Allocates nothing, so that ten thousand rows sort within a tick.
[[nodiscard]] int compareNaturally(QStringView a, QStringView b);

} // namespace telltale::ui
