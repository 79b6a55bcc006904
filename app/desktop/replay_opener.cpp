// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/replay_opener.h"

#include "ui/text.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QProcess>
#include <QStringList>

namespace telltale::app {

ReplayOpener::ReplayOpener(ui::MainWindow &window, const std::string &dataFolder)
{
    QObject::connect(
        &window, &ui::MainWindow::replayWanted, &window, [&window, dataFolder](UtcTime from, UtcTime to, const QString &source) {
            QStringList arguments{QStringLiteral("--replay"), ui::toQt(toIso(from, 3) + '/' + toIso(to, 3)), QStringLiteral("--data"),
                                  ui::toQt(dataFolder)};
            if (!source.isEmpty())
                arguments << QStringLiteral("--show") << source;
            if (window.isDark())
                arguments << QStringLiteral("--dark");
            const bool started = QProcess::startDetached(QApplication::applicationFilePath(), arguments);
            window.say(started ? QObject::tr("The replay opens in a window of its own.") : QObject::tr("The replay could not be started."));
        });
}

} // namespace telltale::app
