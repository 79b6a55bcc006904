// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace telltale::ui {

/// Whoever gives `whole` the focus gives it to `part`; the last call counts. Unlike a focus proxy this is no stop of Tab by itself: Tab
/// would come back to the part from wherever `whole` stands in the order, and stay for ever before one that is out of sight.
void handFocusTo(QWidget &whole, QWidget &part);

} // namespace telltale::ui
