// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logbook/handover_page.h"
#include "ui/window/window_settings.h"

namespace telltale::ui {

class Archive;
class IncidentDesk;
class LiveBridge;
class LogbookDesk;
class SignInDesk;
class WindowPanes;

/// Clock, shifts and figures for the page.
[[nodiscard]] HandoverSource handoverSource(const WindowSettings &settings);

/// What the page needs from the rest of the window.
struct HandoverNeighbours {
    WindowPanes &panes;
    LiveBridge &bridge;
    LogbookDesk &logbook;
    SignInDesk &signIn;
    Archive &archive;
    const WindowSettings &settings;
    const ZoneChoice &zone;
};
/// Both signatures: who goes writes HANDOVER_SIGNED, who comes signs in and writes HANDOVER_TAKEN. All must outlive the window's events.
void connectHandover(const HandoverNeighbours &around);
/// E on the page.
void exportShownHandover(const HandoverNeighbours &around);

} // namespace telltale::ui
