// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/follow_command.h"

#include "app/desktop/alarm_lines.h"
#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "app/desktop/replay_opener.h"
#include "app/desktop/schedule.h"
#include "app/desktop/start_failure.h"
#include "app/desktop/wakefulness.h"
#include "app/desktop/window_look.h"
#include "core/replay/follow_source.h"
#include "ui/window/main_window.h"

#include <QApplication>

namespace telltale::app {

namespace {

int follow(replay::FollowSource &source, const DesktopOptions &options, QScreen *screen, int stopSignals)
{
    const Places places = placesOf(options);
    ui::WindowSettings look = windowSettingsOf(options, places, source.plant());
    look.follow = &source;
    ui::MainWindow window(source, look);
    Wakefulness wakefulness;
    if (screen != nullptr)
        window.moveTo(*screen);
    if (options.kiosk) {
        window.enterKiosk();
        wakefulness.keep();
    }
    window.show();
    const ReplayOpener replays(window, places.dataFolder);
    const Schedule schedule(options, stopSignals, window);
    const int code = QApplication::exec();
    const std::string complaint = schedule.complaint();
    return complaint.empty() ? code : complain(kFailure, complaint);
}

} // namespace

int followCommand(const DesktopOptions &options, QScreen *screen, int stopSignals)
{
    const SystemClock clock;
    auto source = replay::FollowSource::open(placesOf(options).dataFolder, clock,
                                             options.printAlarms ? printAlarmLine : replay::FollowSource::Arrived());
    if (!source) {
        showStartFailure(source.error().text(), options, stopSignals);
        return kFailure;
    }
    return follow(**source, options, screen, stopSignals);
}

} // namespace telltale::app
