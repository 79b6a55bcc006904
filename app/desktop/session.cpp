// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "app/desktop/instance_door.h"
#include "app/desktop/simulator_feed.h"
#include "ui/text.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <utility>

namespace telltale::app {

Session::Session(DesktopOptions wanted) : options(std::move(wanted)) {}
Session::Session(Session &&) noexcept = default;
Session &Session::operator=(Session &&) noexcept = default;
Session::~Session() = default;

QStringList simulatorTaskOf(const DesktopOptions &options)
{
    if (options.demo)
        return SimulatorFeed::demoPlant();
    return options.recording.empty() ? QStringList() : SimulatorFeed::recording(ui::toQt(options.recording), options.rowsPerSec);
}

Result<void> makeFolder(Session &session)
{
    if (session.options.recording.empty() || !session.options.dataFolder.empty())
        return {};
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/telltale");
    QDir().mkpath(cache);
    session.folder = std::make_unique<QTemporaryDir>(cache + QStringLiteral("/recording-XXXXXX"));
    if (!session.folder->isValid())
        return Error{ErrorKind::Io, ui::fromQt(session.folder->errorString()), ui::fromQt(cache)};
    session.options.dataFolder = ui::fromQt(session.folder->path());
    return {};
}

} // namespace telltale::app
