// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/instance_call.h"
#include "core/base/result.h"

#include <QLocalServer>
#include <QObject>

namespace telltale::app {

/// One program per profile and data folder: the first one listens on a socket, later ones call it and end. A socket that a crash left
/// behind is found dead and replaced. Thread: UI.
class InstanceDoor final : public QObject {
    Q_OBJECT
public:
    enum class Role {
        First,  ///< listens from now on
        Second, ///< the first one was called, and answered
    };

    explicit InstanceDoor(QString socket, QObject *parent = nullptr);

    /// Calls whoever listens, or else begins to listen; two that start at the same time agree on who is first.
    /// Errors: Busy when the first one holds the socket and does not answer for three seconds; Io when neither is possible.
    [[nodiscard]] Result<Role> enter(const InstanceCall &call);

signals:
    void called(const telltale::app::InstanceCall &call);

private:
    void answer();

    QString m_socket;
    QLocalServer m_server;
};

} // namespace telltale::app
