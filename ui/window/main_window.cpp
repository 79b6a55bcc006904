// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/alarms/filter_bar.h"
#include "ui/alarms/suppressed_page.h"
#include "ui/detectors/detector_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/live/live_bridge.h"
#include "ui/logbook/handover_page.h"
#include "ui/logbook/incident_chooser.h"
#include "ui/logbook/incident_page.h"
#include "ui/models/alarm_filter.h"
#include "ui/models/alarm_model.h"
#include "ui/models/asset_model.h"
#include "ui/overview/asset_pane.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/overview/machine_page.h"
#include "ui/overview/status_row.h"
#include "ui/overview/tiles_page.h"
#include "ui/overview/welcome_page.h"
#include "ui/reports/archive.h"
#include "ui/reports/history_loader.h"
#include "ui/reports/journal_page.h"
#include "ui/text.h"
#include "ui/widgets/choice_form.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_style.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/key_guard.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/sign_in_row.h"
#include "ui/window/alarm_desk.h"
#include "ui/window/close_guard.h"
#include "ui/window/detector_desk.h"
#include "ui/window/handover_parts.h"
#include "ui/window/help_sheet.h"
#include "ui/window/incident_desk.h"
#include "ui/window/incident_parts.h"
#include "ui/window/kpi_desk.h"
#include "ui/window/logbook_desk.h"
#include "ui/window/machine_desk.h"
#include "ui/window/notice_desk.h"
#include "ui/window/operator_desk.h"
#include "ui/window/range_note_desk.h"
#include "ui/window/remembered_parts.h"
#include "ui/window/replay_desk.h"
#include "ui/window/selection_desk.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/sign_in_parts.h"
#include "ui/window/trend_pane.h"
#include "ui/window/watch_set.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_panes.h"

#include <QApplication>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QIcon>
#include <QLineEdit>
#include <QScreen>
#include <QTabWidget>
#include <QToolButton>
#include <array>
#include <map>

static void initTelltaleResources()
{
    Q_INIT_RESOURCE(telltale); // a static library's resources are dropped unless somebody asks for them
}

namespace telltale::ui {

namespace {

constexpr qint64 kStalledMs = 2000;
constexpr int kStallCheckMs = 500;
constexpr std::size_t kBulk = 20; ///< more than this many at once want a comment

Act actOf(DetailPane::Deed deed)
{
    static constexpr std::array<Act, DetailPane::kDeeds> kActs{Act::Acknowledge, Act::Comment, Act::Shelve,       Act::Verdict,
                                                               Act::AssignToMe,  Act::Reset,   Act::OutOfService, Act::BringBack,
                                                               Act::Export,      Act::Detector};
    return kActs[std::size_t(deed)];
}

} // namespace

/// Everything behind the window, in the order in which it depends on each other.
struct MainWindow::Room {
    Room(MainWindow &window, pipeline::SnapshotSource &source, WindowSettings given)
        : self(window)
        , settings(std::move(given))
        , archive(settings.dataFolder)
        , bridge(source)
    {
        setPlantZone(settings.plantZone);
    }

    void apply(const SnapshotPtr &snapshot);
    void run(Act act);
    void runList(Act act);
    void runTrend(Act act);
    void runWindow(Act act);
    [[nodiscard]] std::vector<OccurrenceId> chosenAlarms() const;
    void acknowledge(bool withComment);
    void comment();
    void withChosen(void (IncidentDesk::*form)(std::vector<OccurrenceId>));
    [[nodiscard]] IncidentNeighbours aroundIncidents();
    [[nodiscard]] HandoverNeighbours aroundHandover();
    void showDetector();
    [[nodiscard]] SensorKey chosenSource() const;
    void jumpTopUnacked();
    void jumpToEvent(const AlarmEvent &event);
    bool showAlarm(OccurrenceId id);
    void focusFilter();
    void openReplay();
    void narrow(const SensorKey &source);
    void chooseSource(const SensorKey &source);
    void dismiss();
    void toggleTheme();
    void setZone(ZoneChoice choice);
    void setBlinking(bool on);
    void toggleFullScreen();
    void rememberSettings();
    void checkStall();
    void showTitle(int unacked);

    MainWindow &self;
    WindowSettings settings;
    Archive archive;
    LiveBridge bridge;
    KeyGuard guard;
    WindowActions *actions = nullptr;
    std::unique_ptr<WindowPanes> panes;
    std::unique_ptr<WatchSet> watch;
    std::unique_ptr<SelectionDesk> selection;
    std::unique_ptr<AlarmDesk> alarms;
    std::unique_ptr<OperatorDesk> operators;
    std::unique_ptr<IncidentDesk> incidents;
    std::unique_ptr<DetectorDesk> detectors;
    std::unique_ptr<KpiDesk> kpis;
    std::unique_ptr<ReplayDesk> replay;
    std::unique_ptr<MachineDesk> machine;
    std::unique_ptr<SignInDesk> signIn;
    std::unique_ptr<LogbookDesk> logbook;
    std::unique_ptr<RangeNoteDesk> rangeNotes;
    std::unique_ptr<SessionMemory> memory;
    std::unique_ptr<NoticeDesk> notices;
    HelpSheet *help = nullptr;
    SensorKey lastChosen; ///< in the tree or among the tiles
    QTimer stallTimer;
    QElapsedTimer sincePicture;
    CloseGuard closing;
    ZoneChoice zone = ZoneChoice::Local;
    bool kiosk = false;
    bool blinking = true;
    int shownUnacked = -1;
};

MainWindow::MainWindow(pipeline::SnapshotSource &source, WindowSettings settings, QWidget *parent)
    : QMainWindow(parent)
    , m_room(std::make_unique<Room>(*this, source, std::move(settings)))
{
    initTelltaleResources();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon::fromTheme(QStringLiteral("org.telltale.Telltale"), QIcon(QStringLiteral(":/icons/telltale.svg"))));
    applyTheme(*qApp, themeFor(m_room->settings.theme.value_or(ThemeChoice::FollowDesktop)));
    createActions();
    createPages();
    connectModels();
    resize(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 52);
    m_room->rememberSettings();
    m_room->showTitle(0);
    m_room->panes->list->table().setFocus();
    m_room->bridge.poll();
}

MainWindow::~MainWindow()
{
    m_room->memory->saveNow();
    m_room->memory.reset();
    // Parts outlive the room; what they still emit on their way out must not reach it.
    for (QObject *part : findChildren<QObject *>()) {
        part->disconnect(this);
    }
    qApp->removeEventFilter(&m_room->guard);
}

bool MainWindow::isDark() const
{
    return themeOf(*this).dark;
}

void MainWindow::moveTo(QScreen &screen)
{
    setScreen(&screen);
    const QRect room = screen.availableGeometry();
    const QSize fitting = size().boundedTo(room.size());
    setGeometry(QRect(room.center() - QPoint(fitting.width() / 2, fitting.height() / 2), fitting));
}

void MainWindow::enterKiosk()
{
    if (std::exchange(m_room->kiosk, true))
        return;
    m_room->memory->holdLayout(true);
    setSmallestTarget(*qApp, kKioskTarget);
    setWindowFlag(Qt::FramelessWindowHint);
    showFullScreen();
    m_room->panes->messages->note(tr("Ctrl+Q twice ends the program."));
}

/// At the end of a session nobody is asked: it would be held up.
void MainWindow::closeEvent(QCloseEvent *event)
{
    const int unacked = m_room->settings.readOnly ? 0 : m_room->shownUnacked;
    const QString objection =
        qApp->isSavingSession() ? QString() : m_room->closing.objection(unacked, m_room->kiosk, CloseGuard::Moment::clock::now());
    event->setAccepted(objection.isEmpty());
    if (!objection.isEmpty())
        m_room->panes->messages->note(objection, int(std::chrono::milliseconds(CloseGuard::kPatience).count()));
}

void MainWindow::say(const QString &text)
{
    m_room->panes->messages->note(text);
}

void MainWindow::createActions()
{
    m_room->actions = new WindowActions(*this);
    qApp->installEventFilter(&m_room->guard);
    connect(m_room->actions, &WindowActions::wanted, this, [this](Act act) { m_room->run(act); });
}

void MainWindow::createPages()
{
    Room &room = *m_room;
    room.panes = std::make_unique<WindowPanes>(*this, room.archive, room.settings);
    WindowPanes &panes = *room.panes;
    panes.header->setMenu(room.actions->createMenu(panes.header));
    for (QWidget *chooser : std::initializer_list<QWidget *>{&panes.list->table(), panes.assetPane, panes.trend}) {
        room.actions->offer(Act::Detector, *chooser);
    }
    room.signIn = std::make_unique<SignInDesk>(room.bridge, *panes.messages, room.settings);
    connectSignIn(*room.signIn, panes, *room.actions, room.settings);
    room.logbook = std::make_unique<LogbookDesk>(room.bridge, *panes.messages, room.settings.readOnly);
    room.watch = std::make_unique<WatchSet>(room.bridge);
    room.selection = std::make_unique<SelectionDesk>(room.archive, *panes.detail, *panes.trend, *room.watch);
    room.alarms = std::make_unique<AlarmDesk>(room.bridge, *panes.messages, room.settings.readOnly);
    room.operators = std::make_unique<OperatorDesk>(panes, *room.alarms, room.bridge);
    room.incidents = std::make_unique<IncidentDesk>(room.archive, *panes.messages, room.settings, this);
    room.detectors = std::make_unique<DetectorDesk>(room.bridge, *panes.detectors, *panes.messages);
    room.kpis = std::make_unique<KpiDesk>(*panes.kpis, *panes.detectors, *panes.messages,
                                          KpiDesk::Ways{[&panes](const SensorKey &) { panes.showPage(panes.detectors); },
                                                        [&room](const SensorKey &source) {
                                                            room.narrow(source);
                                                            room.panes->showPage(room.panes->list);
                                                        }});
    room.rangeNotes = std::make_unique<RangeNoteDesk>(room.archive, *room.logbook, *room.selection, *panes.trend);
    connectIncidents(room.aroundIncidents());
    connectHandover(room.aroundHandover());
    room.notices = std::make_unique<NoticeDesk>(*this, *panes.header, *panes.feeds, room.settings.notices);
    room.machine = std::make_unique<MachineDesk>(panes, *room.selection, *room.watch, [&room] { return room.bridge.snapshot(); });
    room.replay =
        std::make_unique<ReplayDesk>(*this, room.settings.replay, [&room](const QString &text) { room.panes->messages->note(text); });
    room.help = new HelpSheet(this);
    if (room.archive.available()) {
        panes.trend->view().setHistoryLoader(historyLoader(room.archive.folder()));
    }
}

void MainWindow::connectModels()
{
    Room *room = m_room.get();
    WindowPanes &panes = *room->panes;
    connect(&room->bridge, &LiveBridge::snapshotArrived, this, [room](const SnapshotPtr &snapshot) { room->apply(snapshot); });
    connect(room->notices.get(), &NoticeDesk::silenceWanted, this, [room] { room->run(Act::Silence); });
    connect(room->notices.get(), &NoticeDesk::alarmWanted, this, [room](OccurrenceId id) { room->showAlarm(id); });
    connect(room->alarms.get(), &AlarmDesk::savingChanged, panes.list, &AlarmListPage::setSaving);
    connect(room->alarms.get(), &AlarmDesk::savingChanged, panes.detail, &DetailPane::setSaving);
    connect(panes.list, &AlarmListPage::alarmChosen, this, [room](OccurrenceId id) {
        if (const int row = room->panes->list->alarms().rowOf(id); row >= 0) {
            room->selection->chooseAlarm(room->panes->list->alarms().occurrenceAt(row));
        }
    });
    connect(panes.list, &AlarmListPage::filterTakenBack, this, [room] { room->panes->messages->note(tr("The filter was taken back.")); });
    connect(panes.list, &AlarmListPage::said, this, [room](const QString &text) { room->panes->messages->note(text); });
    connect(&panes.list->table(), &QAbstractItemView::activated, this, [room] { room->panes->detail->setFocus(); });
    connect(&panes.list->filter(), &AlarmFilter::filterChanged, this, [room] {
        const SensorKey &source = room->panes->list->filter().source();
        room->panes->showChip(toQt(source.text()));
        if (source.asset.empty()) {
            room->panes->assetPane->clearChoice();
            room->panes->tiles->setSource({});
        }
    });
    connect(panes.assetPane, &AssetPane::chosen, this, [room](const SensorKey &key) { room->narrow(key); });
    connect(panes.chip, &QToolButton::clicked, this, [room] { room->panes->list->filter().setSource({}); });
    connect(panes.tiles, &TilesPage::activated, this, [room](SensorId sensor) {
        room->selection->chooseSensor(sensor);
        room->chooseSource(room->bridge.snapshot()->structure->sensor(sensor).key);
    });
    connect(panes.journal, &JournalPage::eventChosen, this, [room](const AlarmEvent &event) { room->jumpToEvent(event); });
    connect(panes.journal, &JournalPage::entryChosen, this, [room](const LogbookEntry &entry) { room->selection->chooseEntry(entry); });
    connect(panes.incidents, &IncidentPage::exportWanted, this, [room] { room->run(Act::Export); });
    connect(panes.feeds, &FeedPage::reconnectWanted, this, [room] { room->run(Act::Reconnect); });
    connect(panes.header, &HeaderBar::silenceWanted, this, [room] { room->run(Act::Silence); });
    connect(panes.header, &HeaderBar::worstWanted, this, [room] { room->run(Act::JumpTopUnacked); });
    connect(&panes.header->status(), &StatusRow::zoneToggled, this, [room] { room->run(Act::ToggleZone); });
    connect(panes.detail, &DetailPane::wanted, this, [room](DetailPane::Deed deed) { room->run(actOf(deed)); });
    connect(panes.suppressed, &SuppressedPage::chosen, this, [room](const SuppressedAlarm &alarm) {
        room->selection->chooseHeld(alarm);
        room->chooseSource(alarm.source);
    });
    connect(&panes.detail->field(), &InlineField::finished, this, [room] { room->panes->list->table().setFocus(); });
    connect(&room->stallTimer, &QTimer::timeout, this, [room] { room->checkStall(); });
    room->stallTimer.start(kStallCheckMs);
}

void MainWindow::Room::apply(const SnapshotPtr &snapshot)
{
    sincePicture.start();
    notices->apply(snapshot); // before anything is painted
    panes->header->apply(snapshot);
    panes->assets->apply(snapshot);
    panes->list->apply(snapshot);
    panes->tiles->apply(snapshot);
    panes->machine->apply(snapshot);
    panes->journal->apply(snapshot);
    panes->feeds->apply(snapshot);
    panes->detectors->apply(snapshot);
    panes->kpis->apply(snapshot);
    panes->detail->apply(snapshot);
    selection->apply(snapshot);
    alarms->apply(snapshot);
    operators->apply(snapshot);
    logbook->apply(snapshot);
    rangeNotes->apply(snapshot);
    panes->incidents->apply(snapshot);
    panes->handover->apply(snapshot);
    const bool known = snapshot->structure && !snapshot->structure->sensors.empty();
    if (!known) {
        panes->welcome->apply(snapshot);
    }
    panes->showTrend(known);
    panes->rate->setText(tr("%1 alarms in 10 min").arg(snapshot->raisesLast10Min));
    showTitle(snapshot->alarms ? countAlarms(*snapshot->alarms).allUnacked() : 0);
}

void MainWindow::Room::showTitle(int unacked)
{
    if (unacked == shownUnacked) {
        return;
    }
    shownUnacked = unacked;
    const QString title = settings.title.isEmpty() ? QStringLiteral("Telltale") : tr("%1 – Telltale").arg(settings.title);
    self.setWindowTitle(unacked == 0 ? title : tr("(%1) %2").arg(QString::number(unacked), title));
}

/// Pictures that stop coming look like a quiet plant: say so.
void MainWindow::Room::checkStall()
{
    const bool stalled = sincePicture.isValid() && sincePicture.elapsed() > kStalledMs;
    panes->header->setStalled(
        stalled ? tr("NO NEW PICTURE for %1 s: the monitoring itself stands still, what you see is old.").arg(sincePicture.elapsed() / 1000)
                : QString());
}

void MainWindow::Room::openReplay()
{
    if (!archive.available() || settings.replay != nullptr || !bridge.snapshot()) {
        panes->messages->note(settings.replay != nullptr ? tr("This is a replay.") : tr("There is nothing stored to replay yet."));
        return;
    }
    const replay::Range range = ReplayDesk::rangeFor(panes->detail->alarm(), bridge.snapshot()->now);
    emit self.replayWanted(range.from, range.to);
}

void MainWindow::Room::run(Act act)
{
    if (const QString refusal = signIn->refusal(neededFor(act)); !refusal.isEmpty()) {
        panes->messages->note(refusal);
        return;
    }
    if (operators->run(act) || replay->run(act)) {
        return;
    }
    switch (act) {
    case Act::JumpTopUnacked: jumpTopUnacked(); break;
    case Act::Acknowledge: acknowledge(false); break;
    case Act::AcknowledgeComment: acknowledge(true); break;
    case Act::Silence:
        notices->muteHorn();
        alarms->silence();
        break;
    case Act::Comment: comment(); break;
    case Act::Export: withChosen(&IncidentDesk::exportAlarms); break;
    case Act::PrintPreview: withChosen(&IncidentDesk::previewAlarms); break;
    case Act::AddToIncident: chooseIncident(aroundIncidents(), chosenAlarms()); break;
    case Act::Detector: showDetector(); break;
    case Act::Home:
        panes->showPage(panes->list);
        panes->list->table().goHome();
        break;
    case Act::RowDown: panes->list->table().step(1); break;
    case Act::RowUp: panes->list->table().step(-1); break;
    case Act::Filter: focusFilter(); break;
    case Act::ClearFilter: panes->list->filter().clear(); break;
    case Act::ToggleP1: panes->list->filterBar().togglePriority(Priority::P1); break;
    case Act::ToggleP2: panes->list->filterBar().togglePriority(Priority::P2); break;
    case Act::ToggleP3: panes->list->filterBar().togglePriority(Priority::P3); break;
    default: runList(act); break;
    }
}

void MainWindow::Room::runList(Act act)
{
    switch (act) {
    case Act::Views:
        panes->showPage(panes->list);
        panes->list->filterBar().openViews();
        break;
    case Act::Group: panes->list->toggleGroups(); break;
    case Act::FoldGroups: panes->list->toggleFolds(); break;
    case Act::DefaultOrder:
        panes->showPage(panes->list);
        panes->list->restoreOrder();
        break;
    case Act::TreeFilter: panes->assetPane->focusFilter(); break;
    case Act::TileOrder: panes->tiles->toggleOrder(); break;
    case Act::ShowMachine:
        if (!machine->open(chosenSource())) {
            panes->messages->note(tr("Choose an asset, a tile or an alarm first: this belongs to no machine."));
        }
        break;
    case Act::Table:
        if (!panes->isShown(panes->machine) || !panes->machine->toggleTable()) {
            panes->messages->note(tr("There is no track here."));
        }
        break;
    default: runTrend(act); break;
    }
}

void MainWindow::Room::runTrend(Act act)
{
    switch (act) {
    case Act::Pause: panes->trend->pause(); break;
    case Act::Live: panes->trend->goLive(); break;
    case Act::PreviousMark: panes->trend->view().showPreviousMark(); break;
    case Act::NextMark: panes->trend->view().showNextMark(); break;
    case Act::ZoomIn: panes->trend->view().zoomIn(); break;
    case Act::ZoomOut: panes->trend->view().zoomOut(); break;
    case Act::RangeNote: rangeNotes->open(signIn->refusal(Role::Operator)); break;
    default: runWindow(act); break;
    }
}

void MainWindow::Room::runWindow(Act act)
{
    switch (act) {
    case Act::ShowAlarms: panes->showPage(panes->list); break;
    case Act::ShowTiles:
        panes->showPage(panes->tiles);
        panes->tiles->setFocus();
        break;
    case Act::ShowJournal: panes->showPage(panes->journal); break;
    case Act::ShowFeeds: panes->showPage(panes->feeds); break;
    case Act::ShowDetectors: panes->showPage(panes->detectors); break;
    case Act::OpenReplay: openReplay(); break;
    case Act::ShowKpis: panes->showPage(panes->kpis); break;
    case Act::ShowIncidents:
        panes->showPage(panes->incidents);
        panes->incidents->setFocus();
        break;
    case Act::ShowHandover:
        panes->showPage(panes->handover);
        panes->handover->openDraft();
        break;
    case Act::Reconnect:
        bridge.reconnectFeeds();
        panes->messages->note(tr("Reconnecting all feeds."));
        break;
    case Act::SignIn: toggleSignIn(*signIn, *panes); break;
    case Act::ToggleZone: setZone(nextZone(zone)); break;
    case Act::ToggleTheme: toggleTheme(); break;
    case Act::ToggleBlink:
        setBlinking(!blinking);
        panes->messages->note(blinking ? tr("Unacknowledged alarms blink.") : tr("Nothing blinks."));
        break;
    case Act::FullScreen: toggleFullScreen(); break;
    case Act::Keys: help->open(HelpSheet::Page::Keys); break;
    case Act::Help: help->open(HelpSheet::Page::Reading); break;
    case Act::Dismiss: dismiss(); break;
    case Act::Quit: self.close(); break;
    default: break;
    }
}

/// What the list has selected while it is in sight, else the alarm of the detail pane.
std::vector<OccurrenceId> MainWindow::Room::chosenAlarms() const
{
    const AlarmTable &table = panes->list->table();
    if (panes->isShown(panes->list) && table.selectionModel()->hasSelection()) {
        return table.selectedAlarms(); // none where a folded group is selected: nobody has seen what is in it
    }
    const OccurrenceId shown = panes->detail->alarm().id;
    return shown == 0 ? std::vector<OccurrenceId>{} : std::vector{shown};
}

void MainWindow::Room::acknowledge(bool withComment)
{
    const AlarmModel &model = panes->list->alarms();
    std::vector<OccurrenceId> wanted = chosenAlarms();
    std::erase_if(wanted, [&](OccurrenceId id) {
        const int row = model.rowOf(id);
        return row < 0 || !isUnacknowledged(model.occurrenceAt(row).state);
    });
    if (wanted.empty()) {
        panes->messages->note(tr("Nothing unacknowledged is selected. F2 goes to the top one."));
        return;
    }
    const EventSeq seen = model.seenSeq();
    const bool bulk = wanted.size() > kBulk;
    if (!withComment && !bulk) {
        alarms->acknowledge(std::move(wanted), seen, {});
        return;
    }
    if (settings.readOnly) {
        alarms->acknowledge(std::move(wanted), seen, {}); // says that it may not
        return;
    }
    const QString question = tr("Acknowledge %n alarm(s) with a comment:", nullptr, int(wanted.size()));
    panes->detail->field().ask(question, bulk, [this, wanted, seen](const QString &text) { alarms->acknowledge(wanted, seen, text); });
}

void MainWindow::Room::comment()
{
    if (panes->isShown(panes->incidents)) {
        panes->incidents->writeNote();
        return;
    }
    const OccurrenceId id = panes->detail->alarm().id;
    if (id == 0) {
        panes->messages->note(tr("Select an alarm to comment on."));
        return;
    }
    if (settings.readOnly) {
        alarms->comment(id, {});
        return;
    }
    panes->detail->field().ask(tr("Comment on #%1:").arg(id), true, [this, id](const QString &text) { alarms->comment(id, text); });
}

IncidentNeighbours MainWindow::Room::aroundIncidents()
{
    return {*panes, bridge, *logbook, *signIn, [this](OccurrenceId id) {
                AlarmEvent any; // open or not
                any.occurrence = id;
                jumpToEvent(any);
            }};
}

HandoverNeighbours MainWindow::Room::aroundHandover()
{
    return {*panes, bridge, *logbook, *signIn, archive, settings, zone};
}

void MainWindow::Room::withChosen(void (IncidentDesk::*form)(std::vector<OccurrenceId>))
{
    if (panes->isShown(panes->handover)) {
        exportShownHandover(aroundHandover());
        return;
    }
    const bool ofIncident = panes->isShown(panes->incidents);
    std::vector<OccurrenceId> chosen = ofIncident ? panes->incidents->chosen().alarms : chosenAlarms();
    if (chosen.empty()) {
        panes->messages->note(tr("Select the alarms to report on."));
        return;
    }
    (*incidents.*form)(std::move(chosen));
}

/// Of the alarm in the detail pane, else what was chosen last in tree or tiles, else the sensor of the trend.
SensorKey MainWindow::Room::chosenSource() const
{
    if (panes->detail->alarm().id != 0) {
        return panes->detail->alarm().definition.source;
    }
    const auto sensor = panes->trend->sensor();
    const bool known = lastChosen.asset.empty() && sensor && bridge.snapshot();
    return known ? bridge.snapshot()->structure->sensor(*sensor).key : lastChosen;
}

/// Feeds, silence and the program itself raise alarms too: those have no detector.
void MainWindow::Room::showDetector()
{
    const Occurrence &alarm = panes->detail->alarm();
    const SensorKey source = chosenSource();
    const bool system = alarm.id != 0 && alarm.definition.detector.empty();
    if (system || (!source.asset.empty() && !panes->detectors->choose(source))) {
        panes->messages->note(tr("Nothing judges this: there is no detector behind it."));
        return;
    }
    panes->showPage(panes->detectors);
    panes->detectors->setFocus();
}

void MainWindow::Room::jumpTopUnacked()
{
    panes->showPage(panes->list);
    if (!panes->list->jumpToTopUnacked()) {
        panes->messages->note(tr("Nothing is unacknowledged."));
    }
}

void MainWindow::Room::jumpToEvent(const AlarmEvent &event)
{
    if (showAlarm(event.occurrence)) {
        // To the moment of that row, not of the alarm's raise.
        panes->trend->lookAt(event.sourceTime == kNoTime ? event.at : event.sourceTime, bridge.snapshot()->now, true);
    } else {
        selection->chooseEvent(event);
    }
}

/// In the list; false where it is not open.
bool MainWindow::Room::showAlarm(OccurrenceId id)
{
    if (id == 0 || panes->list->alarms().rowOf(id) < 0) {
        return false;
    }
    panes->showPage(panes->list);
    return panes->list->jumpTo(id);
}

/// Of what is in sight: the journal has its own words, everything else narrows the list.
void MainWindow::Room::focusFilter()
{
    if (panes->isShown(panes->journal)) {
        panes->journal->focusSearch();
        return;
    }
    panes->showPage(panes->list);
    panes->list->filterBar().focusText();
}

void MainWindow::Room::narrow(const SensorKey &source)
{
    panes->list->filter().setSource(source);
    panes->tiles->setSource(source);
    selection->chooseSource(source);
    chooseSource(source);
    if (panes->isShown(panes->detectors)) {
        panes->detectors->choose(source);
    }
}

void MainWindow::Room::chooseSource(const SensorKey &source)
{
    lastChosen = source;
    operators->chooseSource(source);
}

void MainWindow::Room::dismiss()
{
    if (panes->detail->form().isVisible()) {
        panes->detail->form().cancel();
    } else if (panes->signIn->isVisible()) {
        panes->signIn->close();
    } else if (panes->chooser->isVisible()) {
        panes->chooser->cancel();
    } else if (panes->incidents->field().isVisible()) {
        panes->incidents->field().cancel();
    } else if (rangeNotes->dismiss()) {
        return;
    } else if (panes->detail->field().isVisible()) {
        panes->detail->field().cancel();
    } else if (panes->isShown(panes->detectors) && panes->detectors->dismiss()) {
        return; // the reason for a change was being typed
    } else if (panes->list->dismiss()) {
        return; // the name of a view was being typed
    } else if (qobject_cast<QLineEdit *>(QApplication::focusWidget())) {
        panes->list->table().setFocus();
    } else {
        panes->messages->dismiss();
    }
}

void MainWindow::Room::toggleTheme()
{
    applyTheme(*qApp, self.isDark() ? Theme::light() : Theme::darkTheme());
    memory->touch();
}

void MainWindow::Room::toggleFullScreen()
{
    if (kiosk)
        panes->messages->note(tr("A kiosk stays full screen. Ctrl+Q twice ends the program."));
    else
        self.isFullScreen() ? self.showNormal() : self.showFullScreen();
}

void MainWindow::Room::setBlinking(bool on)
{
    blinking = on;
    panes->list->table().setBlinking(on);
    memory->touch();
}

/// Silence, pause and selection are never among them: a new start shows and sounds everything.
void MainWindow::Room::rememberSettings()
{
    using Kind = SessionMemory::Kind;
    memory = std::make_unique<SessionMemory>(settings.memory);
    QObject::connect(memory.get(), &SessionMemory::failed, &self, [this](const QString &why) { panes->messages->problem(why); });
    memory->add({Kind::Setting, QStringLiteral("theme"),
                 [this] { return self.isDark() ? QStringLiteral("dark") : QStringLiteral("light"); },
                 [this](const QVariant &value) {
                     if (!settings.theme)
                         applyTheme(*qApp, value.toString() == QStringLiteral("dark") ? Theme::darkTheme() : Theme::light());
                 }});
    memory->add({Kind::Setting, QStringLiteral("zone"), [this] { return zoneKey(zone); },
                 [this](const QVariant &value) {
                     if (const ZoneChoice kept = zoneOfKey(value.toString()); kept != ZoneChoice::Local)
                         setZone(kept);
                 }});
    memory->add({Kind::Setting, QStringLiteral("blink"), [this] { return blinking; },
                 [this](const QVariant &value) { setBlinking(value.toBool()); }});
    operators->remember(*memory);
    memory->add({Kind::Setting, QStringLiteral("lockAfterMin"),
                 [this] { return int(std::chrono::duration_cast<std::chrono::minutes>(signIn->lockAfter()).count()); },
                 [this](const QVariant &value) { signIn->setLockAfter(std::chrono::minutes{value.toInt()}); }});
    rememberParts(*memory, self, *panes);
    memory->restore();
}

void MainWindow::Room::setZone(ZoneChoice choice)
{
    replay->setZone(choice);
    zone = choice;
    panes->header->setZone(choice);
    panes->list->setZone(choice);
    panes->journal->setZone(choice);
    panes->machine->setZone(choice);
    panes->feeds->setZone(choice);
    panes->detectors->setZone(choice);
    panes->kpis->setZone(choice);
    panes->suppressed->setZone(choice);
    operators->setZone(choice);
    panes->incidents->setZone(choice);
    panes->handover->setZone(choice);
    rangeNotes->setZone(choice);
    panes->detail->setZone(choice);
    selection->setZone(choice);
    memory->touch();
    panes->messages->note(zoneNote(choice));
}

} // namespace telltale::ui
