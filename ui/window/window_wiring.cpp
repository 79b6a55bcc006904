// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_wiring.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/detectors/detector_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/overview/asset_pane.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/status_row.h"
#include "ui/overview/tiles_page.h"
#include "ui/overview/welcome_page.h"
#include "ui/reports/history_loader.h"
#include "ui/reports/journal_page.h"
#include "ui/text.h"
#include "ui/widgets/inline_field.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/command_palette.h"
#include "ui/window/detector_desk.h"
#include "ui/window/draft_parts.h"
#include "ui/window/feed_desk.h"
#include "ui/window/follow_desk.h"
#include "ui/window/help_sheet.h"
#include "ui/window/incident_desk.h"
#include "ui/window/key_desk.h"
#include "ui/window/kpi_desk.h"
#include "ui/window/leave_desk.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/machine_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_desk.h"
#include "ui/window/operator_desk.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/remove_feed_desk.h"
#include "ui/window/replay_desk.h"
#include "ui/window/selection_desk.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/sign_in_parts.h"
#include "ui/window/tour_desk.h"
#include "ui/window/trend_pane.h"
#include "ui/window/trend_stack.h"
#include "ui/window/watch_set.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_acts.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"

#include <QStackedWidget>
#include <QToolButton>
#include <array>

namespace telltale::ui {

namespace {

constexpr int kStallCheckMs = 500;

Act actOf(DetailPane::Deed deed)
{
    static constexpr std::array<Act, DetailPane::kDeeds> kActs{Act::Acknowledge, Act::Comment, Act::Shelve,       Act::Verdict,
                                                               Act::AssignToMe,  Act::Reset,   Act::OutOfService, Act::BringBack,
                                                               Act::Export,      Act::Detector};
    return kActs[std::size_t(deed)];
}

/// What comes from the monitoring, and what its absence means.
void connectMonitoring(WindowRoom &room)
{
    MainWindow &self = room.self;
    WindowPanes &panes = *room.panes;
    QObject::connect(&room.bridge, &LiveBridge::snapshotArrived, &self, [&room](const SnapshotPtr &snapshot) { room.apply(snapshot); });
    QObject::connect(room.notices.get(), &NoticeDesk::silenceWanted, &self, [&room] { runAct(room, Act::Silence); });
    QObject::connect(room.notices.get(), &NoticeDesk::alarmWanted, &self, [&room](OccurrenceId id) { room.showAlarm(id); });
    QObject::connect(room.alarms.get(), &AlarmDesk::savingChanged, panes.list, &AlarmListPage::setSaving);
    QObject::connect(room.alarms.get(), &AlarmDesk::savingChanged, panes.detail, &DetailPane::setSaving);
    QObject::connect(&room.stallTimer, &QTimer::timeout, &self, [&room] { room.checkStall(); });
    room.stallTimer.start(kStallCheckMs);
}

/// Where a source or an alarm can be chosen.
void connectChoosers(WindowRoom &room)
{
    MainWindow &self = room.self;
    WindowPanes &panes = *room.panes;
    QObject::connect(panes.list, &AlarmListPage::alarmChosen, &self, [&room](OccurrenceId id) {
        if (const int row = room.panes->list->alarms().rowOf(id); row >= 0) {
            room.selection->chooseAlarm(room.panes->list->alarms().occurrenceAt(row));
        }
    });
    QObject::connect(panes.list, &AlarmListPage::filterTakenBack, &self,
                     [&room] { room.note(MainWindow::tr("The filter was taken back.")); });
    QObject::connect(panes.list, &AlarmListPage::said, &self, [&room](const QString &text) { room.note(text); });
    QObject::connect(&panes.list->table(), &QAbstractItemView::activated, &self, [&room] { room.panes->detail->setFocus(); });
    QObject::connect(&panes.list->filter(), &AlarmFilter::filterChanged, &self, [&room] {
        const SensorKey &source = room.panes->list->filter().source();
        room.panes->showChip(toQt(source.text()));
        if (source.asset.empty()) {
            room.panes->assetPane->clearChoice();
            room.panes->tiles->setSource({});
        }
    });
    QObject::connect(panes.assetPane, &AssetPane::chosen, &self, [&room](const SensorKey &key) { room.narrow(key); });
    QObject::connect(panes.chip, &QToolButton::clicked, &self, [&room] { room.panes->list->filter().setSource({}); });
    QObject::connect(panes.tiles, &TilesPage::activated, &self, [&room](SensorId sensor) {
        room.selection->chooseSensor(sensor);
        room.chooseSource(room.bridge.snapshot()->structure->sensor(sensor).key);
    });
}

void connectPages(WindowRoom &room)
{
    MainWindow &self = room.self;
    WindowPanes &panes = *room.panes;
    QObject::connect(panes.journal, &JournalPage::eventChosen, &self, [&room](const AlarmEvent &event) { room.jumpToEvent(event); });
    QObject::connect(panes.journal, &JournalPage::entryChosen, &self,
                     [&room](const LogbookEntry &entry) { room.selection->chooseEntry(entry); });
    QObject::connect(panes.incidents, &IncidentPage::exportWanted, &self, [&room] { runAct(room, Act::Export); });
    QObject::connect(panes.feeds, &FeedPage::reconnectWanted, &self, [&room] { runAct(room, Act::Reconnect); });
    QObject::connect(panes.header, &HeaderBar::silenceWanted, &self, [&room] { runAct(room, Act::Silence); });
    QObject::connect(panes.header, &HeaderBar::worstWanted, &self, [&room] { runAct(room, Act::JumpTopUnacked); });
    QObject::connect(&panes.header->status(), &StatusRow::zoneToggled, &self, [&room] { runAct(room, Act::ToggleZone); });
    QObject::connect(panes.detail, &DetailPane::wanted, &self, [&room](DetailPane::Deed deed) { runAct(room, actOf(deed)); });
    QObject::connect(panes.suppressed, &SuppressedPage::chosen, &self, [&room](const SuppressedAlarm &alarm) {
        room.selection->chooseHeld(alarm);
        room.chooseSource(alarm.source);
    });
    QObject::connect(&panes.detail->field(), &InlineField::finished, &self, [&room] { room.panes->list->table().setFocus(); });
}

/// Where readings can come from.
void connectFeeds(WindowRoom &room)
{
    MainWindow &self = room.self;
    const FeedDesk *feeds = room.feeds.get();
    QObject::connect(room.panes->welcome, &WelcomePage::reconnectWanted, &self, [&room] { runAct(room, Act::Reconnect); });
    QObject::connect(feeds, &FeedDesk::demoWanted, &self, &MainWindow::demoWanted);
    QObject::connect(feeds, &FeedDesk::fileWanted, &self, &MainWindow::fileWanted);
    QObject::connect(room.leaving, &LeaveDesk::plantWanted, &self, &MainWindow::plantWanted);
    QObject::connect(room.leaving, &LeaveDesk::homeWanted, &self, &MainWindow::homeWanted);
    QObject::connect(room.leaving, &LeaveDesk::againWanted, &self, &MainWindow::againWanted);
    QObject::connect(room.panes->feeds, &FeedPage::removeWanted, &self, [&room] { runAct(room, Act::RemoveFeed); });
    QObject::connect(room.panes->feeds, &FeedPage::againWanted, &self, [&room] { runAct(room, Act::PlayAgain); });
    QObject::connect(room.panes->feeds, &FeedPage::homeWanted, &self, [&room] { runAct(room, Act::EndSimulation); });
    QObject::connect(feeds, &FeedDesk::replayWanted, &self, [&self](UtcTime from, UtcTime to) { emit self.replayWanted(from, to); });
    QObject::connect(feeds, &FeedDesk::pageAsked, &self, [&room] {
        room.panes->showTrend(false);
        if (!room.panes->lower->isVisible()) {
            room.panes->showPage(room.panes->list); // the others take its place
        }
    });
}

/// In the context menus of what an act is about.
void offerWhereTheyHelp(WindowActions &actions, WindowPanes &panes)
{
    for (QWidget *chooser : std::initializer_list<QWidget *>{&panes.list->table(), panes.assetPane, panes.trend}) {
        actions.offer(Act::Detector, *chooser);
    }
    actions.offer(Act::KeepSensor, *panes.assetPane);
    for (const Act act : {Act::KeepSensor, Act::TrendSensors, Act::Table, Act::RangeNote}) {
        actions.offer(act, *panes.trend);
    }
}

} // namespace

void createParts(WindowRoom &room)
{
    MainWindow &self = room.self;
    room.panes = std::make_unique<WindowPanes>(self, room.archive, room.settings);
    WindowPanes &panes = *room.panes;
    panes.header->setMenu(room.actions->createMenu(panes.header));
    offerWhereTheyHelp(*room.actions, panes);
    room.signIn = std::make_unique<SignInDesk>(room.bridge, *panes.messages, room.settings);
    connectSignIn(*room.signIn, panes, *room.actions, room.settings);
    room.logbook = std::make_unique<LogbookDesk>(room.bridge, *panes.messages, room.settings.readOnly);
    room.watch = std::make_unique<WatchSet>(room.bridge);
    room.selection = std::make_unique<SelectionDesk>(room.archive, *panes.detail, *panes.trend, *room.watch);
    room.alarms = std::make_unique<AlarmDesk>(room.bridge, *panes.messages, room.settings.readOnly);
    room.operators = std::make_unique<OperatorDesk>(panes, *room.alarms, room.bridge);
    room.incidents = std::make_unique<IncidentDesk>(room.archive, *panes.messages, room.settings, &self);
    room.detectors = std::make_unique<DetectorDesk>(room.bridge, *panes.detectors, *panes.messages);
    room.kpis = std::make_unique<KpiDesk>(*panes.kpis, *panes.detectors, *panes.messages,
                                          KpiDesk::Ways{[&panes](const SensorKey &) { panes.showPage(panes.detectors); },
                                                        [&room](const SensorKey &source) {
                                                            room.narrow(source);
                                                            room.panes->showPage(room.panes->list);
                                                        }});
    room.rangeNotes = std::make_unique<RangeNoteDesk>(room.archive, *room.logbook, *room.selection, *panes.trend);
    keepDrafts(room);
    connectIncidents(room.aroundIncidents());
    connectHandover(room.aroundHandover());
    room.notices = std::make_unique<NoticeDesk>(self, *panes.header, *panes.feeds, room.settings.notices);
    room.machine = std::make_unique<MachineDesk>(panes, *room.selection, *room.watch, [&room] { return room.bridge.snapshot(); });
    room.panes->trend->stack().setReplayed(room.settings.replay != nullptr);
    room.replay = std::make_unique<ReplayDesk>(self, room.settings.replay, [&room](const QString &text) { room.note(text); });
    room.follow = std::make_unique<FollowDesk>(*panes.header, room.settings.follow, [&room](const QString &text) { room.note(text); });
    room.help = new HelpSheet(&self);
    room.keys->offer(self, *room.help, *panes.messages, [&room](Role needed) { return room.signIn->refusal(needed); });
    QObject::connect(room.keys.get(), &KeyDesk::changeWanted, &self, [&room] { runAct(room, Act::ChangeKeys); });
    room.palette = new CommandPalette([&room] { return room.actions->offered(); }, &self);
    QObject::connect(room.palette, &CommandPalette::wanted, &self, [&room](Act act) { runAct(room, act); });
    QObject::connect(room.palette, &CommandPalette::refused, &self, [&room](const QString &why) { room.note(why); });
    room.tour = std::make_unique<TourDesk>(panes, self, room.settings);
    room.feeds = std::make_unique<FeedDesk>(
        room.bridge, room.archive, *panes.welcome, *panes.messages, room.settings,
        [&room](Role needed) { return room.signIn->refusal(needed); }, &self);
    room.leaving = new LeaveDesk(*panes.feeds, *panes.messages, room.settings, &self);
    room.removal = new RemoveFeedDesk(room.bridge, *panes.feeds, *panes.messages, room.settings, &self);
    if (room.archive.available()) {
        panes.trend->stack().setHistoryLoader(historyLoader(room.archive.folder()));
    }
}

void connectParts(WindowRoom &room)
{
    connectMonitoring(room);
    connectChoosers(room);
    connectPages(room);
    connectFeeds(room);
}

} // namespace telltale::ui
