// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"

#include <functional>
#include <vector>

namespace telltale::ui {

class LiveBridge;
class LogbookDesk;
class SignInDesk;
class WindowPanes;

/// What the page of incidents and the chooser need from the rest of the window.
struct IncidentNeighbours {
    WindowPanes &panes;
    LiveBridge &bridge;
    LogbookDesk &logbook;
    SignInDesk &signIn;
    std::function<void(OccurrenceId)> showAlarm;
};
/// All must outlive the window's events.
void connectIncidents(const IncidentNeighbours &around);
/// I: into which incident these alarms belong.
void chooseIncident(const IncidentNeighbours &around, std::vector<OccurrenceId> alarms);

} // namespace telltale::ui
