// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wakefulness.h"

#include "app/desktop/bus_door.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <utility>

namespace telltale::app {

namespace {

QDBusMessage callOf(const QString &method)
{
    const QString service = QStringLiteral("org.freedesktop.ScreenSaver");
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/ScreenSaver"), service, method);
}

} // namespace

Wakefulness::Wakefulness(QObject *parent) : QObject(parent) {}

Wakefulness::~Wakefulness()
{
    if (!m_cookie)
        return;
    QDBusMessage release = callOf(QStringLiteral("UnInhibit"));
    release << *m_cookie;
    sessionBus().send(release);
}

void Wakefulness::keep()
{
    if (std::exchange(m_asked, true) || !sessionBus().isConnected())
        return;
    QDBusMessage wish = callOf(QStringLiteral("Inhibit"));
    wish << QStringLiteral("Telltale") << tr("Alarms are watched on this screen");
    auto *watcher = new QDBusPendingCallWatcher(sessionBus().asyncCall(wish), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_cookie = reply.value();
        watcher->deleteLater();
    });
}

} // namespace telltale::app
