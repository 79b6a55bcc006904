// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_look.h"

#include "app/common/version.h"
#include "ui/notices/pulse_output.h"
#include "ui/text.h"

#include <QSysInfo>

namespace telltale::app {

Actor actorOf(const DesktopOptions &options)
{
    const std::string login = ui::fromQt(qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME", QStringLiteral("unknown"))));
    return {options.operatorName.empty() ? login : options.operatorName, ui::fromQt(QSysInfo::machineHostName()), login};
}

namespace {

ui::NoticeSettings noticesOf(const DesktopOptions &options)
{
    ui::NoticeSettings notices;
    if (!options.noSound)
        notices.sound = [] { return std::make_unique<ui::PulseOutput>("Telltale"); };
    notices.notify = options.notify;
    notices.tray = options.notify != ui::NotifyWhen::Never;
    return notices;
}

} // namespace

ui::WindowSettings windowSettingsOf(const DesktopOptions &options, const Places &places, const config::Plant &plant)
{
    ui::WindowSettings look;
    look.dataFolder = places.dataFolder;
    look.readOnly = options.readOnly;
    look.shownSource = options.shownSource;
    using Simulated = ui::WindowSettings::Simulated;
    look.simulated = options.readOnly            ? Simulated::No
                     : options.demo              ? Simulated::Demo
                     : options.recording.empty() ? Simulated::No
                                                 : Simulated::File;
    look.offerTour = !options.kiosk && !options.readOnly;
    look.actor = actorOf(options);
    look.title = ui::toQt(plant.title);
    look.plantFile = ui::toQt(plant.sourcePath);
    look.plantZone = ui::toQt(plant.zone);
    look.commentToAcknowledge = plant.commentToAcknowledge;
    // The program that is followed has its own options; what it takes unencrypted shows in its plant and its feeds.
    look.insecure = options.insecure || options.readOnly;
    for (const config::FeedEntry &feed : plant.feeds)
        if (!feed.serverKeys.empty())
            look.encryptedFeeds << ui::toQt(feed.address);
    look.productVersion = ui::toQt("Telltale " + productVersion());
    if (options.darkTheme)
        look.theme = ui::ThemeChoice::Dark;
    look.accounts.file = ui::fromQt(places.accountsFile);
    look.keysFile = places.keysFile;
    look.memory = {places.settingsFile, places.stateFolder + QStringLiteral("/window.conf"), places.siteFiles};
    // A window that only reads has no horn: the program whose plant it shows has one.
    if (!options.readOnly)
        look.notices = noticesOf(options);
    return look;
}

} // namespace telltale::app
