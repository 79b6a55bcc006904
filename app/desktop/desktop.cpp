// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/common/file_log.h"
#include "app/common/line_log.h"
#include "app/desktop/alarm_hook.h"
#include "app/desktop/alarm_lines.h"
#include "app/desktop/bus_door.h"
#include "app/desktop/command_end.h"
#include "app/desktop/feed_starter.h"
#include "app/desktop/follow_command.h"
#include "app/desktop/instance_door.h"
#include "app/desktop/places.h"
#include "app/desktop/replay_opener.h"
#include "app/desktop/schedule.h"
#include "app/desktop/screens.h"
#include "app/desktop/session.h"
#include "app/desktop/simulator_feed.h"
#include "app/desktop/wakefulness.h"
#include "app/desktop/watched_plant.h"
#include "app/desktop/window_calls.h"
#include "app/desktop/window_look.h"
#include "core/config/overrides.h"
#include "core/detect/detector.h"
#include "core/pipeline/pipeline.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>

namespace telltale::app {

namespace {

/// Beside the plant file; where there is none, among the data.
std::string overridesFileOf(const DesktopOptions &options)
{
    return options.plantFile.empty() || options.demo ? placesOf(options).dataFolder + "/detectors.overrides.toml"
                                                     : config::overridesPath(options.plantFile);
}

std::variant<config::Plant, config::PlantProblems> withOverrides(const config::Plant &plant, const DesktopOptions &options)
{
    return config::withOverrides(plant, overridesFileOf(options), detect::catalog());
}

/// A plant that is monitored without what was chosen in the window is better than none. The next choice writes the file anew, so what
/// is in it stays beside it.
void takeOverrides(const DesktopOptions &options, pipeline::PipelineSettings &settings)
{
    auto plant = withOverrides(settings.plant, options);
    if (auto *read = std::get_if<config::Plant>(&plant)) {
        settings.plant = std::move(*read);
        return;
    }
    const std::string kept = settings.overridesFile + ".refused";
    std::error_code failed;
    std::filesystem::copy_file(settings.overridesFile, kept, std::filesystem::copy_options::overwrite_existing, failed);
    settings.overridesProblem = "detectors chosen in the window are not in force: " + std::get<config::PlantProblems>(plant).text()
                                + (failed ? std::string() : "\na copy is kept as " + kept);
    settings.log(LogLevel::Error, "desktop", escapeLine(settings.overridesProblem));
}

LogSink logOf(const DesktopOptions &options, const Places &places)
{
    return [screen = lineLog(options.verbose ? LogLevel::Debug : LogLevel::Warning),
            file = fileLog(ui::fromQt(places.stateFolder) + "/telltale.log", options.verbose ? LogLevel::Debug : LogLevel::Note)](
               LogLevel level, std::string_view room, std::string_view text) {
        screen(level, room, text);
        file(level, room, text);
    };
}

/// True when a program that runs already was called instead. One that does not answer is no reason to see nothing: then this one goes on,
/// and finds the journal locked.
bool runsAlready(const DesktopOptions &options, const Places &places, InstanceDoor &door, const LogSink &log)
{
    const QString plant = options.plantFile.empty() ? QString() : QFileInfo(ui::toQt(options.plantFile)).absoluteFilePath();
    const auto role = door.enter({options.kiosk ? InstanceCall::Wish::Kiosk : InstanceCall::Wish::Raise, tokenOfThisStart(), plant});
    if (!role)
        log(LogLevel::Warning, "desktop", escapeLine(role.error().text()));
    if (!role || *role == InstanceDoor::Role::First)
        return false;
    std::printf("Telltale runs already on %s: its window was asked to the front%s. --readonly opens another one beside it.\n",
                places.dataFolder.c_str(), plant.isEmpty() ? "" : ", and asks there whether it shall watch the plant file");
    return true;
}

std::function<void(const AlarmEvent &)> listenersOf(const DesktopOptions &options, AlarmHook &hook)
{
    return [print = options.printAlarms, &hook](const AlarmEvent &event) {
        if (print)
            printAlarmLine(event);
        hook.take(event);
    };
}

pipeline::PipelineSettings pipelineSettingsOf(const DesktopOptions &options, const Places &places, config::Plant plant, const LogSink &log)
{
    pipeline::PipelineSettings settings;
    settings.plant = std::move(plant);
    settings.extraFeeds = options.feeds;
    settings.insecure = options.insecure;
    settings.dataFolder = places.dataFolder;
    settings.overridesFile = overridesFileOf(options);
    settings.startedBy = actorOf(options);
    settings.log = log;
    takeOverrides(options, settings);
    return settings;
}

/// The screen of --screen; none where it was not given.
Result<QScreen *> screenOf(const DesktopOptions &options)
{
    return options.screen.empty() ? Result<QScreen *>(nullptr) : screenNamed(options.screen);
}

} // namespace

int checkConfig(const DesktopOptions &options)
{
    const auto plant = watchedPlant(options);
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        return complain(kUsage, "the plant file is not right\n" + problems->text());
    const config::PlantProblems keys = stationKeyProblems(std::get<config::Plant>(plant), placesOf(options).dataFolder);
    if (!keys.errors.empty())
        return complain(kUsage, "a key of this station cannot be used\n" + keys.text());
    const auto chosen = withOverrides(std::get<config::Plant>(plant), options);
    if (const auto *problems = std::get_if<config::PlantProblems>(&chosen))
        return complain(kUsage, "the overrides file is not right\n" + problems->text());
    std::printf("%s: %zu feeds, %zu assets, nothing wrong\n", options.plantFile.c_str(), std::get<config::Plant>(plant).feeds.size(),
                std::get<config::Plant>(plant).assets.size());
    return kOk;
}

namespace {

/// Starts what the session's options ask for, unless it runs already, and gives its address; empty where nothing is to be started.
Result<std::string> startSimulator(Session &session)
{
    const QStringList task = simulatorTaskOf(session.options);
    if (task.isEmpty())
        return std::string();
    if (session.simulator)
        return session.simulator->address();
    session.simulator = std::make_unique<SimulatorFeed>();
    return session.simulator->startAndWait(task);
}

/// A file that has been played to its end is not a feed that was lost, and the window says so.
void watchEnd(const Session &session, pipeline::Pipeline &pipeline, ui::MainWindow &window)
{
    const SimulatorFeed *simulator = session.simulator.get();
    if (simulator == nullptr || session.options.demo)
        return;
    const auto end = [simulator, &pipeline, &window] {
        pipeline.endFeed(simulator->address());
        window.sayFileEnded();
    };
    QObject::connect(simulator, &SimulatorFeed::ended, &window, end);
    if (simulator->hasEnded())
        end();
}

/// The session's window, until it is closed or asks for `next` in its place.
int showWindow(Session &session, const Places &places, pipeline::Pipeline &pipeline, const ui::WindowSettings &look, QScreen *screen,
               int stopSignals, const AlarmHook &hook, std::optional<Session> &next)
{
    const DesktopOptions &options = session.options;
    ui::MainWindow window(pipeline, look);
    Wakefulness wakefulness;
    if (screen != nullptr)
        window.moveTo(*screen);
    if (options.kiosk) {
        window.enterKiosk();
        wakefulness.keep();
    }
    window.show();
    BusDoor bus(places.busName);
    bus.open();
    const auto obeyCall = [&](InstanceCall call) {
        if (QFileInfo(call.plantFile) == QFileInfo(ui::toQt(options.plantFile)))
            call.plantFile.clear(); // it is watched already
        obey(call, window, wakefulness);
    };
    QObject::connect(session.door.get(), &InstanceDoor::called, &window, obeyCall);
    QObject::connect(&bus, &BusDoor::called, &window, obeyCall);
    QObject::connect(&hook, &AlarmHook::failed, &window,
                     [&window](const QString &why) { window.say(ui::MainWindow::tr("The command for alarms: %1.").arg(why)); });
    const ReplayOpener replays(window, places.dataFolder);
    FeedStarter starter(window, session);
    watchEnd(session, pipeline, window);
    const Schedule schedule(options, stopSignals, window);
    const int code = QApplication::exec();
    next = starter.next();
    pipeline.stop();
    const std::string complaint = next ? std::string() : schedule.complaint();
    return complaint.empty() ? code : complain(kFailure, complaint);
}

int runSession(Session &session, QScreen *screen, int stopSignals, std::optional<Session> &next)
{
    const DesktopOptions &options = session.options;
    auto plant = watchedPlant(options);
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        return complain(kUsage, "the plant file is not right\n" + problems->text());
    if (const auto made = makeFolder(session); !made)
        return complain(kFailure, made.error());
    const Places places = placesOf(options);
    const LogSink log = logOf(options, places);
    if (!session.door) {
        session.door = std::make_unique<InstanceDoor>(places.socket);
        if (runsAlready(options, places, *session.door, log))
            return kOk;
    }
    pipeline::PipelineSettings settings = pipelineSettingsOf(options, places, std::move(std::get<config::Plant>(plant)), log);
    AlarmHook hook(options.alarmCommand, log);
    settings.onCommitted = listenersOf(options, hook);
    const auto simulated = startSimulator(session);
    if (!simulated)
        return complain(kFailure, simulated.error());
    if (!simulated->empty())
        settings.extraFeeds.push_back(*simulated);
    const ui::WindowSettings look = windowSettingsOf(options, places, settings.plant);
    const SystemClock clock;
    auto pipeline = pipeline::Pipeline::start(std::move(settings), clock);
    if (!pipeline)
        return complain(pipeline.error().kind == ErrorKind::InvalidArgument ? kUsage : kFailure, pipeline.error());
    return showWindow(session, places, **pipeline, look, screen, stopSignals, hook, next);
}

} // namespace

int runDesktop(const DesktopOptions &options, int stopSignals)
{
    const auto screen = screenOf(options);
    if (!screen)
        return complain(kUsage, screen.error());
    if (const auto hook = options.alarmCommand.empty() ? Result<void>() : AlarmHook::check(options.alarmCommand); !hook)
        return complain(kUsage, hook.error());
    if (options.readOnly)
        return followCommand(options, *screen, stopSignals);
    // A window that gives way to another one is not the last one.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, qApp, [] { QApplication::exit(0); });
    Session session(options);
    for (;;) {
        std::optional<Session> next;
        const int code = runSession(session, *screen, stopSignals, next);
        if (!next)
            return code;
        session = std::move(*next);
    }
}

} // namespace telltale::app
