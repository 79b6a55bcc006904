// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay_command.h"

#include "app/common/version.h"
#include "app/desktop/places.h"
#include "app/desktop/schedule.h"
#include "core/replay/replay_source.h"
#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <cstdio>

namespace telltale::app {

int replayCommand(const DesktopOptions &options, int stopSignals)
{
    const SystemClock clock;
    const Places places = placesOf(options);
    auto source = replay::ReplaySource::open(places.dataFolder, {*options.since, *options.until}, options.replaySpeed, clock);
    if (!source) {
        std::fprintf(stderr, "telltale: %s\n", source.error().text().c_str());
        return 1;
    }
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
    if (!complaint.empty())
        std::fprintf(stderr, "telltale: %s\n", complaint.c_str());
    return complaint.empty() ? code : 1;
}

} // namespace telltale::app
