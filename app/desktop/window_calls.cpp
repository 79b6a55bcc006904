// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window_calls.h"

#include <QCoreApplication>
#include <QProcess>
#include <QWidget>

namespace telltale::app {

namespace {

/// Qt takes the token from the environment when it asks the compositor.
void raise(QWidget &window, const QString &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

void obey(const InstanceCall &call, QWidget &window)
{
    switch (call.wish) {
    case InstanceCall::Wish::Raise: raise(window, call.activationToken); break;
    case InstanceCall::Wish::Simulator: QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")}); break;
    }
}

} // namespace telltale::app
