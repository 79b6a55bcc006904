// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay_command.h"

#include "app/common/version.h"
#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "app/desktop/schedule.h"
#include "core/replay/replay_source.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QApplication>

namespace telltale::app {

int replayCommand(const DesktopOptions &options, int stopSignals)
{
    const SystemClock clock;
    const Places places = placesOf(options);
    auto source = replay::ReplaySource::open(places.dataFolder, {*options.since, *options.until}, options.replaySpeed, clock);
    if (!source)
        return complain(kFailure, source.error());
    ui::WindowSettings look;
    look.dataFolder = places.dataFolder;
    look.readOnly = true;
    look.shownSource = options.shownSource;
    look.replay = source->get();
    look.title = QCoreApplication::translate("ReplayCommand", "Replay");
    look.productVersion = ui::toQt("Telltale " + productVersion());
    if (options.darkTheme)
        look.theme = ui::ThemeChoice::Dark;
    ui::MainWindow window(**source, look);
    window.show();
    const Schedule schedule(options, stopSignals, window);
    const int code = QApplication::exec();
    const std::string complaint = schedule.complaint();
    return complaint.empty() ? code : complain(kFailure, complaint);
}

} // namespace telltale::app
