// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/instance_call.h"

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace telltale::app {

/// The program on the session bus as org.freedesktop.Application, so that launchers and notifications can bring its window to the front.
/// Without a session bus, or when the name is taken, it is simply not there. Thread: UI.
class BusDoor final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    explicit BusDoor(QString name, QObject *parent = nullptr);
    ~BusDoor() override;

    /// True when the name is ours from now on.
    bool open();

public slots:
    Q_SCRIPTABLE void Activate(const QVariantMap &platformData);                                                             ///< D-Bus
    Q_SCRIPTABLE void Open(const QStringList &uris, const QVariantMap &platformData);                                        ///< D-Bus
    Q_SCRIPTABLE void ActivateAction(const QString &action, const QVariantList &parameter, const QVariantMap &platformData); ///< D-Bus

signals:
    void called(const telltale::app::InstanceCall &call);

private:
    QString m_name;
    QString m_path;
    bool m_open = false;
};

/// A connection to the session bus, or a dead one where nobody set a bus up: nothing is started for it.
[[nodiscard]] QDBusConnection sessionBus();

} // namespace telltale::app
