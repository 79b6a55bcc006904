// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/role.h"

#include <span>
#include <string_view>

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
    RemoveFeed,
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
    ChangeKeys,
    Quit,
};

/// What a station cannot take from an act.
enum class Keeps {
    Nothing,
    Reach,   ///< one key at least that types no text, so that it works wherever the keys go
    Defaults ///< the keys of the table; others may come to them
};

/// A row of the one table that makes the shortcuts, the menu and the key sheet. `keys` holds what a station has that chose no others:
/// portable sequences, separated by spaces. `name` stands for the act in files: it stays when words change.
struct KeyRow {
    Act act;
    const char *name;
    const char *group;
    const char *keys;
    const char *text;
    Role needed = Role::Viewer; ///< what who acts must be at least
    Keeps keeps = Keeps::Nothing;
};

[[nodiscard]] std::span<const KeyRow> keyTable();
/// Every act has one.
[[nodiscard]] const KeyRow &rowOf(Act act);
/// Null where no act is called that.
[[nodiscard]] const KeyRow *rowNamed(std::string_view name);
[[nodiscard]] Role neededFor(Act act);

} // namespace telltale::ui
