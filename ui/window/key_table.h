// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/role.h"

#include <span>

namespace telltale::ui {

/// Everything that can be done in the window by key or menu.
enum class Act {
    JumpTopUnacked,
    Acknowledge,
    AcknowledgeComment,
    Silence,
    UndoAcknowledge,
    Reset,
    Comment,
    Shelve,
    ShowShelved,
    BringBack,
    OutOfService,
    Verdict,
    AssignToMe,
    AssignTo,
    Export,
    PrintPreview,
    AddToIncident,
    Home,
    RowDown,
    RowUp,
    Filter,
    ClearFilter,
    ToggleP1,
    ToggleP2,
    ToggleP3,
    Views,
    Group,
    FoldGroups,
    DefaultOrder,
    TreeFilter,
    TileOrder,
    ShowMachine,
    Table,
    Pause,
    Live,
    PreviousMark,
    NextMark,
    ZoomIn,
    ZoomOut,
    RangeNote,
    KeepSensor,
    TrendSensors,
    GoToTrend,
    ShowAlarms,
    ShowTiles,
    ShowJournal,
    ShowFeeds,
    ShowDetectors,
    ShowKpis,
    OpenReplay,
    ReplayPause,
    ReplayBack,
    ReplayOn,
    ReplaySlower,
    ReplayFaster,
    ShowIncidents,
    ShowHandover,
    Detector,
    Reconnect,
    AddFeed,
    PlayAgain,
    EndSimulation,
    ToggleZone,
    ResponseTimes,
    ToggleTheme,
    ToggleBlink,
    FullScreen,
    TearOff,
    Palette,
    Menu,
    Keys,
    Help,
    Tour,
    SignIn,
    Dismiss,
    Quit,
};

/// A row of the one table that makes the shortcuts, the menu and the key sheet. `keys` holds portable sequences, separated by spaces.
struct KeyRow {
    Act act;
    const char *group;
    const char *keys;
    const char *text;
    Role needed = Role::Viewer; ///< what who acts must be at least
};

[[nodiscard]] std::span<const KeyRow> keyTable();
[[nodiscard]] Role neededFor(Act act);

} // namespace telltale::ui
