// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/menu_table.h"

#include <QtGlobal>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::array kAlarmActs{Act::JumpTopUnacked,  Act::Acknowledge,   Act::AcknowledgeComment,
                                Act::UndoAcknowledge, Act::Reset,         Act::Silence,
                                Act::Comment,         Act::Shelve,        Act::BringBack,
                                Act::OutOfService,    Act::Verdict,       Act::AssignToMe,
                                Act::AssignTo,        Act::AddToIncident, Act::Detector};
constexpr std::array kListActs{Act::Home,     Act::RowDown,  Act::RowUp, Act::Filter, Act::ClearFilter, Act::ToggleP1,
                               Act::ToggleP2, Act::ToggleP3, Act::Views, Act::Group,  Act::FoldGroups,  Act::DefaultOrder};
constexpr std::array kTrendActs{Act::GoToTrend, Act::Pause,   Act::Live,      Act::PreviousMark, Act::NextMark,
                                Act::ZoomIn,    Act::ZoomOut, Act::RangeNote, Act::KeepSensor,   Act::TrendSensors};
constexpr std::array kReplayActs{Act::OpenReplay, Act::ReplayPause, Act::ReplayBack, Act::ReplayOn, Act::ReplaySlower, Act::ReplayFaster};
constexpr std::array kPageActs{Act::ShowAlarms, Act::ShowTiles,     Act::ShowJournal, Act::ShowFeeds,   Act::ShowDetectors,
                               Act::ShowKpis,   Act::ShowIncidents, Act::ShowMachine, Act::ShowShelved, Act::ShowHandover};
constexpr std::array kViewActs{Act::TreeFilter,  Act::TileOrder,  Act::Table,   Act::ToggleZone, Act::ToggleTheme,
                               Act::ToggleBlink, Act::FullScreen, Act::TearOff, Act::Dismiss};
constexpr std::array kStationActs{Act::SignIn,        Act::Export,    Act::PrintPreview,  Act::AddFeed,    Act::RemoveFeed, Act::PlayAgain,
                                  Act::EndSimulation, Act::Reconnect, Act::ResponseTimes, Act::ChangeKeys, Act::Quit};
constexpr std::array kHelpActs{Act::Palette, Act::Menu, Act::Keys, Act::Help, Act::Tour};

constexpr std::array kRows{
    MenuRow{"stationMenu", QT_TRANSLATE_NOOP("MenuTable", "&Station"), kStationActs},
    MenuRow{"alarmMenu", QT_TRANSLATE_NOOP("MenuTable", "&Alarm"), kAlarmActs},
    MenuRow{"listMenu", QT_TRANSLATE_NOOP("MenuTable", "&List"), kListActs},
    MenuRow{"trendMenu", QT_TRANSLATE_NOOP("MenuTable", "&Trend"), kTrendActs},
    MenuRow{"replayMenu", QT_TRANSLATE_NOOP("MenuTable", "&Replay"), kReplayActs},
    MenuRow{"pageMenu", QT_TRANSLATE_NOOP("MenuTable", "&Page"), kPageActs},
    MenuRow{"mainMenuView", QT_TRANSLATE_NOOP("MenuTable", "&View"), kViewActs},
    MenuRow{"helpMenu", QT_TRANSLATE_NOOP("MenuTable", "&Help"), kHelpActs},
};

} // namespace

std::span<const MenuRow> menuTable()
{
    return kRows;
}

const MenuRow &menuOf(Act act)
{
    return *std::find_if(kRows.begin(), kRows.end(),
                         [act](const MenuRow &row) { return std::find(row.acts.begin(), row.acts.end(), act) != row.acts.end(); });
}

} // namespace telltale::ui
