// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop_options.h"
#include "app/desktop/places.h"
#include "core/config/plant.h"
#include "ui/window/window_settings.h"

namespace telltale::app {

/// Who sits at this station.
[[nodiscard]] Actor actorOf(const DesktopOptions &options);

/// What the command line and the plant say of a window that shows the present. Reads the environment.
[[nodiscard]] ui::WindowSettings windowSettingsOf(const DesktopOptions &options, const Places &places, const config::Plant &plant);

} // namespace telltale::app
