// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_table.h"

#include <QtGlobal>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr const char *kAlarms = QT_TRANSLATE_NOOP("KeyTable", "Alarms");
constexpr const char *kList = QT_TRANSLATE_NOOP("KeyTable", "List");
constexpr const char *kTrend = QT_TRANSLATE_NOOP("KeyTable", "Trend");
constexpr const char *kReplay = QT_TRANSLATE_NOOP("KeyTable", "Replay");
constexpr const char *kWindow = QT_TRANSLATE_NOOP("KeyTable", "Window");

constexpr std::array kRows{
    KeyRow{Act::JumpTopUnacked, "jump-top-unacked", kAlarms, "F2", QT_TRANSLATE_NOOP("KeyTable", "Go to the top unacknowledged alarm")},
    KeyRow{Act::Acknowledge, "acknowledge", kAlarms, "Space", QT_TRANSLATE_NOOP("KeyTable", "Acknowledge the selection"), Role::Operator},
    KeyRow{Act::AcknowledgeComment, "acknowledge-comment", kAlarms, "Shift+Space",
           QT_TRANSLATE_NOOP("KeyTable", "Acknowledge with a comment"), Role::Operator},
    KeyRow{Act::UndoAcknowledge, "undo-acknowledge", kAlarms, "Ctrl+Z",
           QT_TRANSLATE_NOOP("KeyTable", "Take back your own acknowledgement, for 10 s"), Role::Operator},
    KeyRow{Act::Reset, "reset", kAlarms, "R", QT_TRANSLATE_NOOP("KeyTable", "Reset a latched alarm"), Role::Operator},
    KeyRow{Act::Silence, "silence", kAlarms, "F8", QT_TRANSLATE_NOOP("KeyTable", "Silence the horn (acknowledges nothing)"), Role::Viewer,
           Keeps::Reach},
    KeyRow{Act::Comment, "comment", kAlarms, "C", QT_TRANSLATE_NOOP("KeyTable", "Comment on the selected alarm"), Role::Operator},
    KeyRow{Act::Shelve, "shelve", kAlarms, "S", QT_TRANSLATE_NOOP("KeyTable", "Shelve the selection, sensor or asset for a while"),
           Role::Operator},
    KeyRow{Act::ShowShelved, "show-shelved", kAlarms, "Shift+S",
           QT_TRANSLATE_NOOP("KeyTable", "What is shelved, suppressed or out of service")},
    KeyRow{Act::BringBack, "bring-back", kAlarms, "B", QT_TRANSLATE_NOOP("KeyTable", "Bring back: unshelve, or return to service"),
           Role::Operator},
    KeyRow{Act::OutOfService, "out-of-service", kAlarms, "O",
           QT_TRANSLATE_NOOP("KeyTable", "Take out of service until a review (supervisors)"), Role::Supervisor},
    KeyRow{Act::Verdict, "verdict", kAlarms, "V", QT_TRANSLATE_NOOP("KeyTable", "Verdict: then T true, F false, E expected, S a test"),
           Role::Operator},
    KeyRow{Act::AssignToMe, "assign-to-me", kAlarms, "A", QT_TRANSLATE_NOOP("KeyTable", "I look after it"), Role::Operator},
    KeyRow{Act::AssignTo, "assign-to", kAlarms, "Shift+A", QT_TRANSLATE_NOOP("KeyTable", "Somebody else looks after it"), Role::Operator},
    KeyRow{Act::Export, "export", kAlarms, "E", QT_TRANSLATE_NOOP("KeyTable", "Export a report of the selection")},
    KeyRow{Act::PrintPreview, "print-preview", kAlarms, "Ctrl+P",
           QT_TRANSLATE_NOOP("KeyTable", "Print preview of a report of the selection")},
    KeyRow{Act::AddToIncident, "add-to-incident", kAlarms, "I", QT_TRANSLATE_NOOP("KeyTable", "Put the selection into an incident"),
           Role::Operator},
    KeyRow{Act::Detector, "detector", kAlarms, "D", QT_TRANSLATE_NOOP("KeyTable", "Detector of the selected alarm, sensor or asset")},
    KeyRow{Act::Home, "home", kList, "Home", QT_TRANSLATE_NOOP("KeyTable", "Top of the list, newest in sight")},
    KeyRow{Act::RowDown, "row-down", kList, "J", QT_TRANSLATE_NOOP("KeyTable", "Next row")},
    KeyRow{Act::RowUp, "row-up", kList, "K", QT_TRANSLATE_NOOP("KeyTable", "Previous row")},
    KeyRow{Act::Filter, "filter", kList, "Ctrl+F", QT_TRANSLATE_NOOP("KeyTable", "Filter the list, or search the journal")},
    KeyRow{Act::ClearFilter, "clear-filter", kList, "Ctrl+Shift+F", QT_TRANSLATE_NOOP("KeyTable", "Show all: take every filter back")},
    KeyRow{Act::ToggleP1, "toggle-p1", kList, "1", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P1")},
    KeyRow{Act::ToggleP2, "toggle-p2", kList, "2", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P2")},
    KeyRow{Act::ToggleP3, "toggle-p3", kList, "3", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P3")},
    KeyRow{Act::Views, "views", kList, "W", QT_TRANSLATE_NOOP("KeyTable", "Views: choose, save or delete one; order and groups")},
    KeyRow{Act::Group, "group", kList, "G", QT_TRANSLATE_NOOP("KeyTable", "Group by asset (Left folds, Right unfolds)")},
    KeyRow{Act::FoldGroups, "fold-groups", kList, "Shift+G", QT_TRANSLATE_NOOP("KeyTable", "Fold or unfold all groups")},
    KeyRow{Act::DefaultOrder, "default-order", kList, "Ctrl+Home", QT_TRANSLATE_NOOP("KeyTable", "Default order: the most pressing first")},
    KeyRow{Act::TreeFilter, "tree-filter", kList, "/",
           QT_TRANSLATE_NOOP("KeyTable", "Find assets and sensors: narrows tree, list and tiles")},
    KeyRow{Act::TileOrder, "tile-order", kList, "T", QT_TRANSLATE_NOOP("KeyTable", "Tiles: worst first, or in the order of the plant")},
    KeyRow{Act::Pause, "pause", kTrend, "P", QT_TRANSLATE_NOOP("KeyTable", "Pause the trend (never the list)")},
    KeyRow{Act::Live, "live", kTrend, "L", QT_TRANSLATE_NOOP("KeyTable", "Back to live")},
    KeyRow{Act::PreviousMark, "previous-mark", kTrend, "[", QT_TRANSLATE_NOOP("KeyTable", "Previous mark on the trend")},
    KeyRow{Act::NextMark, "next-mark", kTrend, "]", QT_TRANSLATE_NOOP("KeyTable", "Next mark on the trend")},
    KeyRow{Act::ZoomIn, "zoom-in", kTrend, "+ =", QT_TRANSLATE_NOOP("KeyTable", "Zoom in")},
    KeyRow{Act::ZoomOut, "zoom-out", kTrend, "-", QT_TRANSLATE_NOOP("KeyTable", "Zoom out")},
    KeyRow{Act::RangeNote, "range-note", kTrend, "N",
           QT_TRANSLATE_NOOP("KeyTable", "Notes on the marked range, or on all that the trend shows")},
    KeyRow{Act::KeepSensor, "keep-sensor", kTrend, "X", QT_TRANSLATE_NOOP("KeyTable", "Keep the chosen sensor in the trend, or let it go")},
    KeyRow{Act::TrendSensors, "trend-sensors", kTrend, "Shift+X",
           QT_TRANSLATE_NOOP("KeyTable", "Other sensors in the trend: add or take away")},
    KeyRow{Act::GoToTrend, "go-to-trend", kTrend, "Ctrl+0",
           QT_TRANSLATE_NOOP("KeyTable", "Go to the trend: arrows move a cursor, with Shift they mark; Enter zooms")},
    KeyRow{Act::OpenReplay, "open-replay", kReplay, "Ctrl+R",
           QT_TRANSLATE_NOOP("KeyTable", "Replay the chosen alarm, or the last 15 minutes, in a window of its own")},
    KeyRow{Act::ReplayPause, "replay-pause", kReplay, "Ctrl+Space", QT_TRANSLATE_NOOP("KeyTable", "Pause the replay, or let it run")},
    KeyRow{Act::ReplayBack, "replay-back", kReplay, "Ctrl+Left", QT_TRANSLATE_NOOP("KeyTable", "Half a minute back")},
    KeyRow{Act::ReplayOn, "replay-on", kReplay, "Ctrl+Right", QT_TRANSLATE_NOOP("KeyTable", "Half a minute on")},
    KeyRow{Act::ReplaySlower, "replay-slower", kReplay, "Ctrl+Down", QT_TRANSLATE_NOOP("KeyTable", "Slower")},
    KeyRow{Act::ReplayFaster, "replay-faster", kReplay, "Ctrl+Up", QT_TRANSLATE_NOOP("KeyTable", "Faster, up to 60 times")},
    KeyRow{Act::ShowAlarms, "show-alarms", kWindow, "Ctrl+1", QT_TRANSLATE_NOOP("KeyTable", "Alarms")},
    KeyRow{Act::ShowTiles, "show-tiles", kWindow, "Ctrl+2", QT_TRANSLATE_NOOP("KeyTable", "Tiles")},
    KeyRow{Act::ShowJournal, "show-journal", kWindow, "Ctrl+3", QT_TRANSLATE_NOOP("KeyTable", "Journal")},
    KeyRow{Act::ShowFeeds, "show-feeds", kWindow, "Ctrl+4", QT_TRANSLATE_NOOP("KeyTable", "Feeds and program")},
    KeyRow{Act::ShowDetectors, "show-detectors", kWindow, "Ctrl+5", QT_TRANSLATE_NOOP("KeyTable", "Detectors: try, train and change them")},
    KeyRow{Act::ShowKpis, "show-kpis", kWindow, "Ctrl+6", QT_TRANSLATE_NOOP("KeyTable", "Key figures of the alarm system")},
    KeyRow{Act::ShowIncidents, "show-incidents", kWindow, "Ctrl+7", QT_TRANSLATE_NOOP("KeyTable", "Incidents")},
    KeyRow{Act::ShowHandover, "show-handover", kWindow, "Ctrl+Shift+H", QT_TRANSLATE_NOOP("KeyTable", "Hand the shift over")},
    KeyRow{Act::ShowMachine, "show-machine", kWindow, "M", QT_TRANSLATE_NOOP("KeyTable", "Machine: all about the chosen one")},
    KeyRow{Act::Table, "table", kWindow, "Ctrl+T", QT_TRANSLATE_NOOP("KeyTable", "Trend or track as a table, and back")},
    KeyRow{Act::Reconnect, "reconnect", kWindow, "F5", QT_TRANSLATE_NOOP("KeyTable", "Reconnect all feeds")},
    KeyRow{Act::AddFeed, "add-feed", kWindow, "Ctrl+N", QT_TRANSLATE_NOOP("KeyTable", "Listen to another feed"), Role::Engineer},
    KeyRow{Act::RemoveFeed, "remove-feed", kWindow, "Ctrl+Shift+N", QT_TRANSLATE_NOOP("KeyTable", "Remove a feed that was added"),
           Role::Engineer},
    KeyRow{Act::PlayAgain, "play-again", kWindow, "Ctrl+Shift+P", QT_TRANSLATE_NOOP("KeyTable", "Play the file again that has ended")},
    KeyRow{Act::EndSimulation, "end-simulation", kWindow, "Ctrl+Shift+E",
           QT_TRANSLATE_NOOP("KeyTable", "End the demonstration or the file: to your plant")},
    KeyRow{Act::SignIn, "sign-in", kWindow, "Ctrl+L", QT_TRANSLATE_NOOP("KeyTable", "Sign in, sign out, or change who acts")},
    KeyRow{Act::ToggleZone, "toggle-zone", kWindow, "U", QT_TRANSLATE_NOOP("KeyTable", "Local time, UTC or the time of the plant")},
    KeyRow{Act::ResponseTimes, "response-times", kWindow, "Ctrl+Shift+R",
           QT_TRANSLATE_NOOP("KeyTable", "Times to respond within, and what that saves")},
    KeyRow{Act::ToggleTheme, "toggle-theme", kWindow, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("KeyTable", "Dark or light")},
    KeyRow{Act::ToggleBlink, "toggle-blink", kWindow, "Ctrl+Shift+B", QT_TRANSLATE_NOOP("KeyTable", "Blinking on or off")},
    KeyRow{Act::FullScreen, "full-screen", kWindow, "F11", QT_TRANSLATE_NOOP("KeyTable", "Full screen")},
    KeyRow{Act::TearOff, "tear-off", kWindow, "Ctrl+Shift+W",
           QT_TRANSLATE_NOOP("KeyTable", "Assets, tiles, trend or detail in a window of its own, and back")},
    KeyRow{Act::Palette, "palette", kWindow, "Ctrl+K",
           QT_TRANSLATE_NOOP("KeyTable", "Find anything that can be done by its words, and do it"), Role::Viewer, Keeps::Reach},
    KeyRow{Act::Menu, "menu", kWindow, "F10", QT_TRANSLATE_NOOP("KeyTable", "Menu of all that can be done"), Role::Viewer, Keeps::Reach},
    KeyRow{Act::Keys, "keys", kWindow, "?", QT_TRANSLATE_NOOP("KeyTable", "All keys")},
    KeyRow{Act::Help, "help", kWindow, "F1", QT_TRANSLATE_NOOP("KeyTable", "How to read this window")},
    KeyRow{Act::Tour, "tour", kWindow, "Shift+F1", QT_TRANSLATE_NOOP("KeyTable", "Tour of the window in four steps; again: the next step")},
    KeyRow{Act::Dismiss, "dismiss", kWindow, "Esc", QT_TRANSLATE_NOOP("KeyTable", "Drop what is being typed, or dismiss the message"),
           Role::Viewer, Keeps::Defaults},
    KeyRow{Act::ChangeKeys, "change-keys", kWindow, "Ctrl+Shift+K", QT_TRANSLATE_NOOP("KeyTable", "Give what can be done other keys"),
           Role::Supervisor},
    KeyRow{Act::Quit, "quit", kWindow, "Ctrl+Q", QT_TRANSLATE_NOOP("KeyTable", "Quit; twice with unacknowledged alarms or as a kiosk")},
};

} // namespace

std::span<const KeyRow> keyTable()
{
    return kRows;
}

const KeyRow &rowOf(Act act)
{
    return *std::find_if(kRows.begin(), kRows.end(), [act](const KeyRow &each) { return each.act == act; });
}

const KeyRow *rowNamed(std::string_view name)
{
    const auto *row = std::find_if(kRows.begin(), kRows.end(), [name](const KeyRow &each) { return each.name == name; });
    return row == kRows.end() ? nullptr : row;
}

Role neededFor(Act act)
{
    return rowOf(act).needed;
}

} // namespace telltale::ui
