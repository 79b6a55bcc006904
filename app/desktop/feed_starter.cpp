// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/feed_starter.h"

#include "app/desktop/instance_door.h"
#include "app/desktop/places.h"
#include "app/desktop/simulator_feed.h"
#include "app/desktop/watched_plant.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <utility>

namespace telltale::app {

namespace {

/// Whatever was watched is not watched there.
DesktopOptions withoutFeeds(DesktopOptions options)
{
    options.plantFile.clear();
    options.feeds.clear();
    options.recording.clear();
    options.demo = false;
    return options;
}

} // namespace

FeedStarter::FeedStarter(ui::MainWindow &window, const Session &session) : m_window(window), m_session(session)
{
    connect(&window, &ui::MainWindow::demoWanted, this, &FeedStarter::startDemo);
    connect(&window, &ui::MainWindow::fileWanted, this, &FeedStarter::startFile);
    connect(&window, &ui::MainWindow::againWanted, this, &FeedStarter::playAgain);
    connect(&window, &ui::MainWindow::homeWanted, this, &FeedStarter::goHome);
    connect(&window, &ui::MainWindow::plantWanted, this, &FeedStarter::openPlant);
}

FeedStarter::~FeedStarter() = default;

std::optional<Session> FeedStarter::next()
{
    if (!m_ready)
        return std::nullopt;
    m_ready = false;
    return std::exchange(m_coming, std::nullopt);
}

void FeedStarter::startDemo()
{
    DesktopOptions options = withoutFeeds(m_session.options);
    options.demo = true;
    if (!options.dataFolder.empty())
        options.dataFolder += "/demo";
    start(std::move(options));
}

void FeedStarter::startFile(const QString &file, double rowsPerSec)
{
    DesktopOptions options = withoutFeeds(m_session.options);
    options.recording = ui::fromQt(file);
    options.rowsPerSec = rowsPerSec;
    options.dataFolder.clear();
    start(std::move(options));
}

/// In a fresh folder, unless the folder was chosen.
void FeedStarter::playAgain()
{
    DesktopOptions options = m_session.options;
    if (m_session.folder)
        options.dataFolder.clear();
    start(std::move(options));
}

void FeedStarter::goHome()
{
    leaveFor(home());
}

/// In the journal of one's own plant, whatever is watched at the moment.
void FeedStarter::openPlant(const QString &file)
{
    DesktopOptions options = home();
    options.feeds.clear();
    options.plantFile = ui::fromQt(file);
    leaveFor(std::move(options));
}

/// A plant file that is not right would leave nothing to look at.
void FeedStarter::leaveFor(DesktopOptions options)
{
    if (m_coming)
        return;
    if (!options.plantFile.empty()) {
        const auto plant = watchedPlant(options);
        if (const auto *problems = std::get_if<config::PlantProblems>(&plant)) {
            m_window.refuseFeed(tr("The plant file is not right: %1").arg(ui::toQt(problems->text())));
            return;
        }
    }
    m_coming.emplace(std::move(options));
    if (!isFolderOfThisSession() && runsAlready()) {
        giveUp(tr("It runs already: its window was asked to the front."));
        return;
    }
    m_ready = true;
    QApplication::exit(0);
}

/// Whoever comes into the folder of this session finds nobody but this session there.
bool FeedStarter::isFolderOfThisSession() const
{
    return placesOf(m_coming->options).socket == placesOf(m_session.options).socket;
}

DesktopOptions FeedStarter::home() const
{
    if (m_session.home)
        return *m_session.home;
    if (!m_session.options.demo && m_session.options.recording.empty())
        return m_session.options;
    DesktopOptions options = withoutFeeds(m_session.options);
    options.dataFolder.clear(); // nothing of a plant was ever in that one
    return options;
}

void FeedStarter::start(DesktopOptions options)
{
    if (m_coming)
        return; // the first wish is on its way
    m_coming.emplace(std::move(options));
    m_coming->home = home();
    if (const auto made = makeFolder(*m_coming); !made) {
        giveUp(ui::toQt(made.error().text()));
        return;
    }
    if (!isFolderOfThisSession() && runsAlready()) {
        giveUp(tr("It runs already: its window was asked to the front."));
        return;
    }
    m_coming->simulator = std::make_unique<SimulatorFeed>();
    SimulatorFeed *simulator = m_coming->simulator.get();
    connect(simulator, &SimulatorFeed::bound, this, [this] {
        m_ready = true;
        QApplication::exit(0);
    });
    // Not at once: the simulator that says so must not be gone before it has said it.
    connect(
        simulator, &SimulatorFeed::failed, this, [this](const Error &why) { giveUp(ui::toQt(why.text())); }, Qt::QueuedConnection);
    simulator->start(simulatorTaskOf(m_coming->options));
}

/// Two demonstrations would write one journal.
bool FeedStarter::runsAlready()
{
    m_coming->door = std::make_unique<InstanceDoor>(placesOf(m_coming->options).socket);
    const auto role = m_coming->door->enter({InstanceCall::Wish::Raise, {}});
    return role.ok() ? *role == InstanceDoor::Role::Second : role.error().kind == ErrorKind::Busy;
}

void FeedStarter::giveUp(const QString &why)
{
    m_coming.reset();
    m_window.refuseFeed(why);
}

} // namespace telltale::app
