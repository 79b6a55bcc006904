// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace telltale::ui {
class MainWindow;
}

namespace telltale::app {

/// Opens replays that a window asks for, each as a program of its own: whatever happens to it, the monitoring goes on. Thread: UI.
class ReplayOpener {
public:
    ReplayOpener(ui::MainWindow &window, const std::string &dataFolder);
};

} // namespace telltale::app
