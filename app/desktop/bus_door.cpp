// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/bus_door.h"

#include <QFileInfo>
#include <QUrl>
#include <utility>

namespace telltale::app {

namespace {

QString tokenOf(const QVariantMap &platformData)
{
    const QString wayland = platformData.value(QStringLiteral("activation-token")).toString();
    return wayland.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString() : wayland;
}

} // namespace

QDBusConnection sessionBus()
{
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    const bool there = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") || QFileInfo::exists(socket);
    return there ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("telltale: no session bus"));
}

BusDoor::BusDoor(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
    , m_path(QLatin1Char('/') + QString(m_name).replace(QLatin1Char('.'), QLatin1Char('/')))
{
}

BusDoor::~BusDoor()
{
    if (m_open) {
        QDBusConnection bus = sessionBus();
        bus.unregisterService(m_name);
        bus.unregisterObject(m_path);
    }
}

bool BusDoor::open()
{
    QDBusConnection bus = sessionBus();
    if (m_name.isEmpty() || !bus.isConnected() || !bus.registerObject(m_path, this, QDBusConnection::ExportScriptableSlots))
        return false;
    m_open = bus.registerService(m_name);
    if (!m_open)
        bus.unregisterObject(m_path);
    return m_open;
}

void BusDoor::Activate(const QVariantMap &platformData)
{
    emit called({InstanceCall::Wish::Raise, tokenOf(platformData)});
}

/// There can be one plant: the first file counts.
void BusDoor::Open(const QStringList &uris, const QVariantMap &platformData)
{
    const QString file = uris.isEmpty() ? QString() : QUrl(uris.first()).toLocalFile();
    emit called({InstanceCall::Wish::Raise, tokenOf(platformData), file.endsWith(QStringLiteral(".toml")) ? file : QString()});
}

void BusDoor::ActivateAction(const QString &action, const QVariantList & /*parameter*/, const QVariantMap &platformData)
{
    emit called({wishOf(action), tokenOf(platformData)});
}

} // namespace telltale::app
