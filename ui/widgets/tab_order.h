// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace telltale::ui {

/// Lets Tab go through everything in `root` as one reads it: layouts by line and column, splitters and pages in their order, whenever the
/// parts were made. What is made later is for whoever makes it. Thread: UI.
void orderTabsByReading(QWidget &root);

} // namespace telltale::ui
