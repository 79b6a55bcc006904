// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace telltale::ui {

class SessionMemory;
class WindowPanes;

/// Hands everything that is arranged in the window to its memory: where the window is, splitters, the page in front, columns of tables,
/// the list's filter, how much time the trend shows and which sensors stay in it. The source that list and tiles are narrowed to is left
/// out: it belongs to a moment. `memory` must not outlive the panes. Read-only, what the trend keeps is looked up and not written.
void rememberParts(SessionMemory &memory, QMainWindow &window, WindowPanes &panes, bool readOnly);

} // namespace telltale::ui
