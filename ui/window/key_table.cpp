// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/key_table.h"

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
    KeyRow{Act::JumpTopUnacked, kAlarms, "F2", QT_TRANSLATE_NOOP("KeyTable", "Go to the top unacknowledged alarm")},
    KeyRow{Act::Acknowledge, kAlarms, "Space", QT_TRANSLATE_NOOP("KeyTable", "Acknowledge the selection"), Role::Operator},
    KeyRow{Act::AcknowledgeComment, kAlarms, "Shift+Space", QT_TRANSLATE_NOOP("KeyTable", "Acknowledge with a comment"), Role::Operator},
    KeyRow{Act::UndoAcknowledge, kAlarms, "Ctrl+Z", QT_TRANSLATE_NOOP("KeyTable", "Take back your own acknowledgement, for 10 s"),
           Role::Operator},
    KeyRow{Act::Reset, kAlarms, "R", QT_TRANSLATE_NOOP("KeyTable", "Reset a latched alarm"), Role::Operator},
    KeyRow{Act::Silence, kAlarms, "F8", QT_TRANSLATE_NOOP("KeyTable", "Silence the horn (acknowledges nothing)")},
    KeyRow{Act::Comment, kAlarms, "C", QT_TRANSLATE_NOOP("KeyTable", "Comment on the selected alarm"), Role::Operator},
    KeyRow{Act::Shelve, kAlarms, "S", QT_TRANSLATE_NOOP("KeyTable", "Shelve the selection, sensor or asset for a while"), Role::Operator},
    KeyRow{Act::ShowShelved, kAlarms, "Shift+S", QT_TRANSLATE_NOOP("KeyTable", "What is shelved, suppressed or out of service")},
    KeyRow{Act::BringBack, kAlarms, "B", QT_TRANSLATE_NOOP("KeyTable", "Bring back: unshelve, or return to service"), Role::Operator},
    KeyRow{Act::OutOfService, kAlarms, "O", QT_TRANSLATE_NOOP("KeyTable", "Take out of service until a review (supervisors)"),
           Role::Supervisor},
    KeyRow{Act::Verdict, kAlarms, "V", QT_TRANSLATE_NOOP("KeyTable", "Verdict: then T true, F false, E expected, S a test"),
           Role::Operator},
    KeyRow{Act::AssignToMe, kAlarms, "A", QT_TRANSLATE_NOOP("KeyTable", "I look after it"), Role::Operator},
    KeyRow{Act::AssignTo, kAlarms, "Shift+A", QT_TRANSLATE_NOOP("KeyTable", "Somebody else looks after it"), Role::Operator},
    KeyRow{Act::Export, kAlarms, "E", QT_TRANSLATE_NOOP("KeyTable", "Export a report of the selection")},
    KeyRow{Act::PrintPreview, kAlarms, "Ctrl+P", QT_TRANSLATE_NOOP("KeyTable", "Print preview of a report of the selection")},
    KeyRow{Act::AddToIncident, kAlarms, "I", QT_TRANSLATE_NOOP("KeyTable", "Put the selection into an incident"), Role::Operator},
    KeyRow{Act::Detector, kAlarms, "D", QT_TRANSLATE_NOOP("KeyTable", "Detector of the selected alarm, sensor or asset")},
    KeyRow{Act::Home, kList, "Home", QT_TRANSLATE_NOOP("KeyTable", "Top of the list, newest in sight")},
    KeyRow{Act::RowDown, kList, "J", QT_TRANSLATE_NOOP("KeyTable", "Next row")},
    KeyRow{Act::RowUp, kList, "K", QT_TRANSLATE_NOOP("KeyTable", "Previous row")},
    KeyRow{Act::Filter, kList, "Ctrl+F", QT_TRANSLATE_NOOP("KeyTable", "Filter the list, or search the journal")},
    KeyRow{Act::ClearFilter, kList, "Ctrl+Shift+F", QT_TRANSLATE_NOOP("KeyTable", "Show all: take every filter back")},
    KeyRow{Act::ToggleP1, kList, "1", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P1")},
    KeyRow{Act::ToggleP2, kList, "2", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P2")},
    KeyRow{Act::ToggleP3, kList, "3", QT_TRANSLATE_NOOP("KeyTable", "Show or hide P3")},
    KeyRow{Act::Views, kList, "W", QT_TRANSLATE_NOOP("KeyTable", "Views: choose, save or delete one; order and groups")},
    KeyRow{Act::Group, kList, "G", QT_TRANSLATE_NOOP("KeyTable", "Group by asset (Left folds, Right unfolds)")},
    KeyRow{Act::FoldGroups, kList, "Shift+G", QT_TRANSLATE_NOOP("KeyTable", "Fold or unfold all groups")},
    KeyRow{Act::DefaultOrder, kList, "Ctrl+Home", QT_TRANSLATE_NOOP("KeyTable", "Default order: the most pressing first")},
    KeyRow{Act::TreeFilter, kList, "/", QT_TRANSLATE_NOOP("KeyTable", "Find assets and sensors: narrows tree, list and tiles")},
    KeyRow{Act::TileOrder, kList, "T", QT_TRANSLATE_NOOP("KeyTable", "Tiles: worst first, or in the order of the plant")},
    KeyRow{Act::Pause, kTrend, "P", QT_TRANSLATE_NOOP("KeyTable", "Pause the trend (never the list)")},
    KeyRow{Act::Live, kTrend, "L", QT_TRANSLATE_NOOP("KeyTable", "Back to live")},
    KeyRow{Act::PreviousMark, kTrend, "[", QT_TRANSLATE_NOOP("KeyTable", "Previous mark on the trend")},
    KeyRow{Act::NextMark, kTrend, "]", QT_TRANSLATE_NOOP("KeyTable", "Next mark on the trend")},
    KeyRow{Act::ZoomIn, kTrend, "+ =", QT_TRANSLATE_NOOP("KeyTable", "Zoom in")},
    KeyRow{Act::ZoomOut, kTrend, "-", QT_TRANSLATE_NOOP("KeyTable", "Zoom out")},
    KeyRow{Act::RangeNote, kTrend, "N", QT_TRANSLATE_NOOP("KeyTable", "Notes on the marked range, or on all that the trend shows")},
    KeyRow{Act::KeepSensor, kTrend, "X", QT_TRANSLATE_NOOP("KeyTable", "Keep the chosen sensor in the trend, or let it go")},
    KeyRow{Act::TrendSensors, kTrend, "Shift+X", QT_TRANSLATE_NOOP("KeyTable", "Other sensors in the trend: add or take away")},
    KeyRow{Act::GoToTrend, kTrend, "Ctrl+0",
           QT_TRANSLATE_NOOP("KeyTable", "Go to the trend: arrows move a cursor, with Shift they mark; Enter zooms")},
    KeyRow{Act::OpenReplay, kReplay, "Ctrl+R",
           QT_TRANSLATE_NOOP("KeyTable", "Replay the chosen alarm, or the last 15 minutes, in a window of its own")},
    KeyRow{Act::ReplayPause, kReplay, "Ctrl+Space", QT_TRANSLATE_NOOP("KeyTable", "Pause the replay, or let it run")},
    KeyRow{Act::ReplayBack, kReplay, "Ctrl+Left", QT_TRANSLATE_NOOP("KeyTable", "Half a minute back")},
    KeyRow{Act::ReplayOn, kReplay, "Ctrl+Right", QT_TRANSLATE_NOOP("KeyTable", "Half a minute on")},
    KeyRow{Act::ReplaySlower, kReplay, "Ctrl+Down", QT_TRANSLATE_NOOP("KeyTable", "Slower")},
    KeyRow{Act::ReplayFaster, kReplay, "Ctrl+Up", QT_TRANSLATE_NOOP("KeyTable", "Faster, up to 60 times")},
    KeyRow{Act::ShowAlarms, kWindow, "Ctrl+1", QT_TRANSLATE_NOOP("KeyTable", "Alarms")},
    KeyRow{Act::ShowTiles, kWindow, "Ctrl+2", QT_TRANSLATE_NOOP("KeyTable", "Tiles")},
    KeyRow{Act::ShowJournal, kWindow, "Ctrl+3", QT_TRANSLATE_NOOP("KeyTable", "Journal")},
    KeyRow{Act::ShowFeeds, kWindow, "Ctrl+4", QT_TRANSLATE_NOOP("KeyTable", "Feeds and program")},
    KeyRow{Act::ShowDetectors, kWindow, "Ctrl+5", QT_TRANSLATE_NOOP("KeyTable", "Detectors: try, train and change them")},
    KeyRow{Act::ShowKpis, kWindow, "Ctrl+6", QT_TRANSLATE_NOOP("KeyTable", "Key figures of the alarm system")},
    KeyRow{Act::ShowIncidents, kWindow, "Ctrl+7", QT_TRANSLATE_NOOP("KeyTable", "Incidents")},
    KeyRow{Act::ShowHandover, kWindow, "Ctrl+Shift+H", QT_TRANSLATE_NOOP("KeyTable", "Hand the shift over")},
    KeyRow{Act::ShowMachine, kWindow, "M", QT_TRANSLATE_NOOP("KeyTable", "Machine: all about the chosen one")},
    KeyRow{Act::Table, kWindow, "Ctrl+T", QT_TRANSLATE_NOOP("KeyTable", "Trend or track as a table, and back")},
    KeyRow{Act::Reconnect, kWindow, "F5", QT_TRANSLATE_NOOP("KeyTable", "Reconnect all feeds")},
    KeyRow{Act::AddFeed, kWindow, "Ctrl+N", QT_TRANSLATE_NOOP("KeyTable", "Listen to another feed"), Role::Engineer},
    KeyRow{Act::PlayAgain, kWindow, "Ctrl+Shift+P", QT_TRANSLATE_NOOP("KeyTable", "Play the file again that has ended")},
    KeyRow{Act::EndSimulation, kWindow, "Ctrl+Shift+E", QT_TRANSLATE_NOOP("KeyTable", "End the demonstration or the file: to your plant")},
    KeyRow{Act::SignIn, kWindow, "Ctrl+L", QT_TRANSLATE_NOOP("KeyTable", "Sign in, sign out, or change who acts")},
    KeyRow{Act::ToggleZone, kWindow, "U", QT_TRANSLATE_NOOP("KeyTable", "Local time, UTC or the time of the plant")},
    KeyRow{Act::ResponseTimes, kWindow, "Ctrl+Shift+R", QT_TRANSLATE_NOOP("KeyTable", "Times to respond within, and what that saves")},
    KeyRow{Act::ToggleTheme, kWindow, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("KeyTable", "Dark or light")},
    KeyRow{Act::ToggleBlink, kWindow, "Ctrl+Shift+B", QT_TRANSLATE_NOOP("KeyTable", "Blinking on or off")},
    KeyRow{Act::FullScreen, kWindow, "F11", QT_TRANSLATE_NOOP("KeyTable", "Full screen")},
    KeyRow{Act::TearOff, kWindow, "Ctrl+Shift+W",
           QT_TRANSLATE_NOOP("KeyTable", "Assets, tiles, trend or detail in a window of its own, and back")},
    KeyRow{Act::Palette, kWindow, "Ctrl+K", QT_TRANSLATE_NOOP("KeyTable", "Find anything that can be done by its words, and do it")},
    KeyRow{Act::Menu, kWindow, "F10", QT_TRANSLATE_NOOP("KeyTable", "Menu of all that can be done")},
    KeyRow{Act::Keys, kWindow, "?", QT_TRANSLATE_NOOP("KeyTable", "All keys")},
    KeyRow{Act::Help, kWindow, "F1", QT_TRANSLATE_NOOP("KeyTable", "How to read this window")},
    KeyRow{Act::Tour, kWindow, "Shift+F1", QT_TRANSLATE_NOOP("KeyTable", "Tour of the window in four steps; again: the next step")},
    KeyRow{Act::Dismiss, kWindow, "Esc", QT_TRANSLATE_NOOP("KeyTable", "Drop what is being typed, or dismiss the message")},
    KeyRow{Act::Quit, kWindow, "Ctrl+Q", QT_TRANSLATE_NOOP("KeyTable", "Quit; twice with unacknowledged alarms or as a kiosk")},
};

} // namespace

std::span<const KeyRow> keyTable()
{
    return kRows;
}

Role neededFor(Act act)
{
    const auto row = std::find_if(kRows.begin(), kRows.end(), [act](const KeyRow &each) { return each.act == act; });
    return row == kRows.end() ? Role::Viewer : row->needed;
}

} // namespace telltale::ui
