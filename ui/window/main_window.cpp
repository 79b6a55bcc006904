// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/model/permission.h"
#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/keys/key_words.h"
#include "ui/widgets/focus_style.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/feed_desk.h"
#include "ui/window/leave_desk.h"
#include "ui/window/session_memory.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/tour_desk.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_acts.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_room.h"
#include "ui/window/window_wiring.h"

#include <QApplication>
#include <QCloseEvent>
#include <QIcon>
#include <QScreen>

static void initTelltaleResources()
{
    Q_INIT_RESOURCE(telltale); // a static library's resources are dropped unless somebody asks for them
}

namespace telltale::ui {

namespace {

/// It is watched all day; somebody who wants it smaller makes it so once.
constexpr double kShareOfScreen = 0.85;

} // namespace

MainWindow::MainWindow(pipeline::SnapshotSource &source, WindowSettings settings, QWidget *parent)
    : QMainWindow(parent)
    , m_room(std::make_unique<WindowRoom>(*this, source, std::move(settings)))
{
    initTelltaleResources();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon::fromTheme(QStringLiteral("org.telltale.Telltale"), QIcon(QStringLiteral(":/icons/telltale.svg"))));
    applyTheme(*qApp, themeFor(m_room->settings.theme.value_or(ThemeChoice::FollowDesktop)));
    createActions();
    createParts(*m_room);
    connectParts(*m_room);
    const QSize readable(fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 52);
    resize(readable.expandedTo(screen()->availableSize() * kShareOfScreen));
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
    m_room->feeds->offerNothing();
    m_room->tour->forbid();
    m_room->note(withPressTexts(tr("%1 twice ends the program."), {Act::Quit}));
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
    m_room->note(text);
}

void MainWindow::refuseFeed(const QString &why)
{
    m_room->feeds->refuse(why);
}

void MainWindow::sayFileEnded()
{
    m_room->leaving->setEnded();
}

void MainWindow::askForPlant(const QString &file)
{
    const QString refusal = m_room->signIn->refusal(permission::needed(command::AddFeed{}));
    refusal.isEmpty() ? m_room->leaving->askForPlant(file) : say(refusal);
}

void MainWindow::createActions()
{
    m_room->actions = new WindowActions(*this);
    qApp->installEventFilter(&m_room->guard);
    connect(m_room->actions, &WindowActions::wanted, this, [this](Act act) { runAct(*m_room, act); });
}

} // namespace telltale::ui
