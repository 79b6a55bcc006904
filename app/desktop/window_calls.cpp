// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_calls.h"

#include "app/desktop/wakefulness.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QProcess>

namespace telltale::app {

namespace {

/// Qt takes the token from the environment when it asks the compositor.
void raise(ui::MainWindow &window, const QString &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

void obey(const InstanceCall &call, ui::MainWindow &window, Wakefulness &wakefulness)
{
    switch (call.wish) {
    case InstanceCall::Wish::Raise:
        raise(window, call.activationToken);
        if (!call.plantFile.isEmpty())
            window.askForPlant(call.plantFile);
        break;
    case InstanceCall::Wish::Kiosk:
        window.enterKiosk();
        wakefulness.keep();
        raise(window, call.activationToken);
        break;
    case InstanceCall::Wish::Simulator: QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")}); break;
    }
}

} // namespace telltale::app
