// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    Detector,
    Reconnect,
    ToggleZone,
    ResponseTimes,
    ToggleTheme,
    ToggleBlink,
    FullScreen,
    Keys,
    Help,
    Dismiss,
    Quit,
};

/// A row of the one table that makes the shortcuts, the menu and the key sheet. `keys` holds portable sequences, separated by spaces.
struct KeyRow {
    Act act;
    const char *group;
    const char *keys;
    const char *text;
};

[[nodiscard]] std::span<const KeyRow> keyTable();

} // namespace telltale::ui
