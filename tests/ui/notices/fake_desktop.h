// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QProcess>
#include <QStandardPaths>
#include <QVariantMap>
#include <QVector>

namespace telltale::test {

/// A message bus of its own, so that no test ever shows up on somebody's desktop.
class PrivateBus {
public:
    ~PrivateBus() { stop(); }
    static bool installed() { return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty(); }
    bool start()
    {
        m_process.start(QStringLiteral("dbus-daemon"),
                        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            m_process.waitForReadyRead(5000);
        }
        m_address = QString::fromUtf8(m_process.readLine()).trimmed();
        return !m_address.isEmpty();
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    [[nodiscard]] QString address() const { return m_address; }

private:
    QProcess m_process;
    QString m_address;
};

/// A desktop's notification service that remembers what it was told.
class FakeDesktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Call {
        quint32 replaces = 0;
        quint32 id = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeoutMs = 0;
    };

    explicit FakeDesktop(const QString &address)
        : m_name(QStringLiteral("desktop-%1").arg(quintptr(this)))
        , m_bus(QDBusConnection::connectToBus(address, m_name))
    {
        m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        appear();
    }
    /// Calls that are still on their way to this object reach for the connection when they are thrown away.
    ~FakeDesktop() override
    {
        m_bus.unregisterObject(kPath);
        QCoreApplication::removePostedEvents(this);
        QDBusConnection::disconnectFromBus(m_name);
    }

    bool appear() { return m_bus.registerService(QStringLiteral("org.freedesktop.Notifications")); }
    void disappear() { m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications")); }

    QStringList abilities{QStringLiteral("body"), QStringLiteral("body-markup"), QStringLiteral("actions")};
    QVector<Call> calls;
    QVector<quint32> closed;

public slots:
    QStringList GetCapabilities() { return abilities; }                                   // NOLINT: names of the specification
    QString GetServerInformation(QString &vendor, QString &version, QString &specVersion) // NOLINT
    {
        vendor = QStringLiteral("test");
        version = QStringLiteral("1.0");
        specVersion = QStringLiteral("1.2");
        return QStringLiteral("Fake");
    }
    quint32 Notify(const QString &, quint32 replaces, const QString &, const QString &summary, const QString &body,
                   const QStringList &actions, const QVariantMap &hints, int timeoutMs) // NOLINT
    {
        const quint32 id = replaces != 0 ? replaces : ++m_lastId;
        calls.push_back({replaces, id, summary, body, actions, hints, timeoutMs});
        return id;
    }
    void CloseNotification(quint32 id) { closed.push_back(id); } // NOLINT

signals:
    void ActionInvoked(quint32 id, const QString &action);  // NOLINT
    void ActivationToken(quint32 id, const QString &token); // NOLINT
    void NotificationClosed(quint32 id, quint32 reason);    // NOLINT

private:
    inline static const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

    QString m_name;
    QDBusConnection m_bus;
    quint32 m_lastId = 40;
};

} // namespace telltale::test
