// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/instance_door.h"

#include "ui/text.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>
#include <utility>

namespace telltale::app {

namespace {

constexpr int kPatienceMs = 3000;
constexpr qint64 kLongestCall = 4096;
const QByteArray kAnswer = "ok\n";

enum class Reply { Nobody, Silent, Answered };

Reply ring(const QString &name, const InstanceCall &call)
{
    QLocalSocket socket;
    socket.connectToServer(name);
    if (!socket.waitForConnected(kPatienceMs))
        return Reply::Nobody;
    socket.write(toLine(call));
    socket.flush();
    while (!socket.canReadLine() && socket.waitForReadyRead(kPatienceMs)) {
    }
    return socket.readLine() == kAnswer ? Reply::Answered : Reply::Silent;
}

} // namespace

InstanceDoor::InstanceDoor(QString socket, QObject *parent) : QObject(parent), m_socket(std::move(socket))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceDoor::answer);
}

Result<InstanceDoor::Role> InstanceDoor::enter(const InstanceCall &call)
{
    const QString folder = QFileInfo(m_socket).path();
    const std::string where = ui::fromQt(m_socket);
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, "the folder cannot be made", ui::fromQt(folder)};
    QLockFile turn(m_socket + QStringLiteral(".lock"));
    if (!turn.tryLock(2 * kPatienceMs))
        return Error{ErrorKind::Busy, "another start is under way there", where};
    switch (ring(m_socket, call)) {
    case Reply::Answered: return Role::Second;
    case Reply::Silent: return Error{ErrorKind::Busy, "Telltale runs there already, but does not answer", where};
    case Reply::Nobody: break;
    }
    QLocalServer::removeServer(m_socket);
    if (!m_server.listen(m_socket))
        return Error{ErrorKind::Io, ui::fromQt(m_server.errorString()), where};
    return Role::First;
}

/// A caller that says nothing, or too much, is sent away.
void InstanceDoor::answer()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        QTimer::singleShot(kPatienceMs, caller, [caller] { caller->abort(); });
        const auto listen = [this, caller] {
            if (caller->canReadLine()) {
                const InstanceCall call = callFromLine(caller->readLine());
                caller->write(kAnswer);
                caller->disconnectFromServer();
                emit called(call);
            } else if (caller->bytesAvailable() > kLongestCall) {
                caller->abort();
            }
        };
        connect(caller, &QLocalSocket::readyRead, this, listen);
        listen();
    }
}

} // namespace telltale::app
