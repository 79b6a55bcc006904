// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace telltale::ui {

/// Makes tiles known to screen readers as buttons that can be pressed. Safe to call again. Thread: UI.
void installTileAccessibility();

} // namespace telltale::ui
