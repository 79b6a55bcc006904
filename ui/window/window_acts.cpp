// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_acts.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/filter_bar.h"
#include "ui/detectors/detector_page.h"
#include "ui/keys/key_words.h"
#include "ui/kpi/kpi_page.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_chooser.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/alarm_filter.h"
#include "ui/overview/asset_pane.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/tiles_page.h"
#include "ui/reports/journal_page.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/sign_in_row.h"
#include "ui/window/alarm_acts.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/command_palette.h"
#include "ui/window/feed_desk.h"
#include "ui/window/follow_desk.h"
#include "ui/window/help_sheet.h"
#include "ui/window/key_desk.h"
#include "ui/window/leave_desk.h"
#include "ui/window/machine_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_desk.h"
#include "ui/window/operator_desk.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/remove_feed_desk.h"
#include "ui/window/replay_desk.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/sign_in_parts.h"
#include "ui/window/torn_panes.h"
#include "ui/window/tour_desk.h"
#include "ui/window/trend_pane.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"

#include <QApplication>
#include <QLineEdit>
#include <QStackedWidget>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

void jumpTopUnacked(WindowRoom &room)
{
    room.panes->showPage(room.panes->list);
    if (!room.panes->list->jumpToTopUnacked()) {
        room.note(MainWindow::tr("Nothing is unacknowledged."));
    }
}

/// Of what is in sight: the journal has its own words, everything else narrows the list.
void focusFilter(WindowRoom &room)
{
    if (room.panes->isShown(room.panes->journal)) {
        room.panes->journal->focusSearch();
        return;
    }
    room.panes->showPage(room.panes->list);
    room.panes->list->filterBar().focusText();
}

void dismiss(WindowRoom &room)
{
    if (room.palette->dismiss()) {
        return;
    }
    if (room.panes->detail->form().isVisible()) {
        room.panes->detail->form().cancel();
    } else if (room.panes->signIn->isVisible()) {
        room.panes->signIn->close();
    } else if (room.panes->chooser->isVisible()) {
        room.panes->chooser->cancel();
    } else if (room.panes->incidents->field().isVisible()) {
        room.panes->incidents->field().cancel();
    } else if (room.rangeNotes->dismiss()) {
        return;
    } else if (room.tour->dismiss()) {
        return;
    } else if (room.feeds->dismiss()) {
        room.panes->list->table().setFocus();
    } else if (room.panes->detail->field().isVisible()) {
        room.panes->detail->field().cancel();
    } else if (room.panes->isShown(room.panes->detectors) && room.panes->detectors->dismiss()) {
        return; // the reason for a change was being typed
    } else if (room.panes->list->dismiss()) {
        return; // the name of a view was being typed
    } else if (qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
        room.panes->list->table().setFocus();
    } else if (room.panes->trend->isVisible() && room.panes->trend->dismiss()) {
        return; // a range was marked
    } else {
        room.panes->messages->dismiss();
    }
}

void toggleFullScreen(WindowRoom &room)
{
    if (QWidget *pane = room.panes->torn->activeWindow())
        pane->isFullScreen() ? pane->showNormal() : pane->showFullScreen();
    else if (room.kiosk)
        room.note(withPressTexts(MainWindow::tr("A kiosk stays full screen. %1 twice ends the program."), {Act::Quit}));
    else
        room.self.isFullScreen() ? room.self.showNormal() : room.self.showFullScreen();
}

/// Without a choice: the tiles where they are in sight, because a wall of them is what second screens are for.
void tearOff(WindowRoom &room)
{
    WindowPanes &panes = *room.panes;
    QWidget *otherwise = panes.lower;
    if (panes.isShown(panes.tiles))
        otherwise = panes.tiles;
    panes.torn->toggle(*otherwise);
}

void silence(WindowRoom &room)
{
    room.notices->muteHorn();
    room.alarms->silence();
}

void goHome(WindowRoom &room)
{
    room.panes->showPage(room.panes->list);
    room.panes->list->table().goHome();
}

void openViews(WindowRoom &room)
{
    room.panes->showPage(room.panes->list);
    room.panes->list->filterBar().openViews();
}

void restoreOrder(WindowRoom &room)
{
    room.panes->showPage(room.panes->list);
    room.panes->list->restoreOrder();
}

void showMachine(WindowRoom &room)
{
    if (!room.machine->open(room.chosenSource())) {
        room.note(MainWindow::tr("Choose an asset, a tile or an alarm first: this belongs to no machine."));
    }
}

/// Some pages take its room.
bool trendInSight(WindowRoom &room)
{
    if (!room.panes->trend->isVisible()) {
        room.note(MainWindow::tr("There is neither a trend nor a track here."));
    }
    return room.panes->trend->isVisible();
}

void toggleTable(WindowRoom &room)
{
    const bool track = room.panes->isShown(room.panes->machine) && !room.panes->trend->hasKeys();
    if (track && room.panes->machine->toggleTable()) {
        return;
    }
    if (trendInSight(room)) {
        room.panes->trend->toggleTable();
    }
}

void keepSensor(WindowRoom &room)
{
    if (trendInSight(room)) {
        room.note(room.panes->trend->toggleKept());
    }
}

void openTrendSensors(WindowRoom &room)
{
    if (trendInSight(room)) {
        room.panes->trend->openSensors();
    }
}

void goToTrend(WindowRoom &room)
{
    if (trendInSight(room)) {
        room.panes->torn->activate(*room.panes->lower);
        room.panes->trend->takeKeys();
    }
}

void openHandover(WindowRoom &room)
{
    room.panes->showPage(room.panes->handover);
    room.panes->handover->openDraft();
}

void reconnect(WindowRoom &room)
{
    room.bridge.reconnectFeeds();
    room.note(MainWindow::tr("Reconnecting all feeds."));
}

void toggleBlink(WindowRoom &room)
{
    room.setBlinking(!room.blinking);
    room.note(room.blinking ? MainWindow::tr("Unacknowledged alarms blink.") : MainWindow::tr("Nothing blinks."));
}

void openTour(WindowRoom &room)
{
    if (const QString why = room.tour->open(); !why.isEmpty()) {
        room.note(why);
    }
}

/// What one act does. Those of the operator and of the replay are their desks'.
struct Doing {
    Act act;
    void (*does)(WindowRoom &room);
};

constexpr std::array kDoings{
    Doing{Act::JumpTopUnacked, jumpTopUnacked},
    Doing{Act::Acknowledge, [](WindowRoom &room) { acknowledgeChosen(room, false); }},
    Doing{Act::AcknowledgeComment, [](WindowRoom &room) { acknowledgeChosen(room, true); }},
    Doing{Act::Silence, silence},
    Doing{Act::Comment, commentOnChosen},
    Doing{Act::Export, exportChosen},
    Doing{Act::PrintPreview, previewChosen},
    Doing{Act::AddToIncident, [](WindowRoom &room) { chooseIncident(room.aroundIncidents(), room.chosenAlarms()); }},
    Doing{Act::Detector, showDetectorOfChosen},
    Doing{Act::Home, goHome},
    Doing{Act::RowDown, [](WindowRoom &room) { room.panes->list->table().step(1); }},
    Doing{Act::RowUp, [](WindowRoom &room) { room.panes->list->table().step(-1); }},
    Doing{Act::Filter, focusFilter},
    Doing{Act::ClearFilter, [](WindowRoom &room) { room.panes->list->filter().clear(); }},
    Doing{Act::ToggleP1, [](WindowRoom &room) { room.panes->list->filterBar().togglePriority(Priority::P1); }},
    Doing{Act::ToggleP2, [](WindowRoom &room) { room.panes->list->filterBar().togglePriority(Priority::P2); }},
    Doing{Act::ToggleP3, [](WindowRoom &room) { room.panes->list->filterBar().togglePriority(Priority::P3); }},
    Doing{Act::Views, openViews},
    Doing{Act::Group, [](WindowRoom &room) { room.panes->list->toggleGroups(); }},
    Doing{Act::FoldGroups, [](WindowRoom &room) { room.panes->list->toggleFolds(); }},
    Doing{Act::DefaultOrder, restoreOrder},
    Doing{Act::TreeFilter, [](WindowRoom &room) { room.panes->assetPane->focusFilter(); }},
    Doing{Act::TileOrder, [](WindowRoom &room) { room.panes->tiles->toggleOrder(); }},
    Doing{Act::ShowMachine, showMachine},
    Doing{Act::Table, toggleTable},
    Doing{Act::Pause, [](WindowRoom &room) { room.panes->trend->pause(); }},
    Doing{Act::Live, [](WindowRoom &room) { room.panes->trend->goLive(); }},
    Doing{Act::PreviousMark, [](WindowRoom &room) { room.panes->trend->view().showPreviousMark(); }},
    Doing{Act::NextMark, [](WindowRoom &room) { room.panes->trend->view().showNextMark(); }},
    Doing{Act::ZoomIn, [](WindowRoom &room) { room.panes->trend->view().zoomIn(); }},
    Doing{Act::ZoomOut, [](WindowRoom &room) { room.panes->trend->view().zoomOut(); }},
    Doing{Act::RangeNote, [](WindowRoom &room) { room.rangeNotes->open(room.signIn->refusal(Role::Operator)); }},
    Doing{Act::KeepSensor, keepSensor},
    Doing{Act::TrendSensors, openTrendSensors},
    Doing{Act::GoToTrend, goToTrend},
    Doing{Act::OpenReplay, replayChosen},
    Doing{Act::ShowAlarms, [](WindowRoom &room) { room.panes->showPage(room.panes->list); }},
    Doing{Act::ShowTiles, [](WindowRoom &room) { room.panes->enterPage(room.panes->tiles); }},
    Doing{Act::ShowJournal, [](WindowRoom &room) { room.panes->showPage(room.panes->journal); }},
    Doing{Act::ShowFeeds, [](WindowRoom &room) { room.panes->showPage(room.panes->feeds); }},
    Doing{Act::ShowDetectors, [](WindowRoom &room) { room.panes->showPage(room.panes->detectors); }},
    Doing{Act::ShowKpis, [](WindowRoom &room) { room.panes->showPage(room.panes->kpis); }},
    Doing{Act::ShowIncidents, [](WindowRoom &room) { room.panes->enterPage(room.panes->incidents); }},
    Doing{Act::ShowHandover, openHandover},
    Doing{Act::Reconnect, reconnect},
    Doing{Act::SignIn, [](WindowRoom &room) { toggleSignIn(*room.signIn, *room.panes); }},
    Doing{Act::ToggleZone, [](WindowRoom &room) { room.setZone(nextZone(room.zone)); }},
    Doing{Act::ToggleTheme, [](WindowRoom &room) { room.toggleTheme(); }},
    Doing{Act::ToggleBlink, toggleBlink},
    Doing{Act::FullScreen, toggleFullScreen},
    Doing{Act::TearOff, tearOff},
    Doing{Act::Palette, [](WindowRoom &room) { room.palette->open(); }},
    Doing{Act::Menu, [](WindowRoom &room) { room.panes->header->openMenu(); }},
    Doing{Act::Keys, [](WindowRoom &room) { room.help->open(HelpSheet::Page::Keys); }},
    Doing{Act::Help, [](WindowRoom &room) { room.help->open(HelpSheet::Page::Reading); }},
    Doing{Act::Tour, openTour},
    Doing{Act::ChangeKeys, [](WindowRoom &room) { room.keys->open(); }},
    Doing{Act::Dismiss, dismiss},
    Doing{Act::Quit, [](WindowRoom &room) { room.self.close(); }},
};

} // namespace

void runAct(WindowRoom &room, Act act)
{
    if (const QString refusal = room.signIn->refusal(neededFor(act)); !refusal.isEmpty()) {
        room.note(refusal);
        return;
    }
    if (room.operators->run(act) || room.replay->run(act) || room.follow->run(act) || room.feeds->run(act) || room.leaving->run(act)
        || room.removal->run(act)) {
        return;
    }
    const auto *doing = std::find_if(kDoings.begin(), kDoings.end(), [act](const Doing &each) { return each.act == act; });
    if (doing != kDoings.end()) {
        doing->does(room);
    }
}

} // namespace telltale::ui
