// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/bus_door.h"
#include "app/desktop/instance_door.h"
#include "app/desktop/wakefulness.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingReply>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace telltale;
using namespace telltale::app;

Q_DECLARE_METATYPE(telltale::app::InstanceCall)

/// A desktop that can be asked to keep its screen awake.
class ScreenSaver final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QStringList asked;
    QList<uint> released;
public slots:
    Q_SCRIPTABLE uint Inhibit(const QString &who, const QString &why)
    {
        asked << who + ": " + why;
        return 42;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie) { released << cookie; }
};

namespace {

/// A session bus of its own, for as long as this lives.
class PrivateBus {
public:
    bool start()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            return false;
        m_process.start(daemon, {"--session", "--nofork", "--nopidfile", "--print-address"});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead())
            return false;
        m_address = m_process.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
        return true;
    }
    ~PrivateBus()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("caller"));
        m_process.terminate();
        m_process.waitForFinished();
    }
    [[nodiscard]] QDBusConnection caller() const
    {
        return QDBusConnection::connectToBus(QString::fromLatin1(m_address), QStringLiteral("caller"));
    }

private:
    QProcess m_process;
    QByteArray m_address;
};

/// Another start of the program: on a thread of its own, because it waits for the answer of the first.
Result<InstanceDoor::Role> enterElsewhere(const QString &socket, const InstanceCall &call)
{
    std::optional<Result<InstanceDoor::Role>> role;
    const std::unique_ptr<QThread> other(QThread::create([&] { role = InstanceDoor(socket).enter(call); }));
    other->start();
    while (!other->wait(10))
        QCoreApplication::processEvents();
    return *role;
}

/// A socket that nobody listens to any more, as a crash leaves it.
void leaveSocket(const QString &path, bool listening, int *file)
{
    *file = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    QCOMPARE(::bind(*file, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    if (listening)
        QCOMPARE(::listen(*file, 4), 0);
}

} // namespace

class TestInstanceDoor : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_bus = std::make_unique<PrivateBus>();
        if (!m_bus->start())
            m_bus.reset();
    }
    void cleanupTestCase() { m_bus.reset(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theSecondCallsTheFirst();
    void theFirstGoneTheSecondIsFirst();
    void aSocketThatACrashLeftIsReplaced();
    void aFirstThatHangsIsSaid();
    void noiseIsSentAway();
    void aFolderThatCannotBeMadeIsSaid();
    void theBusPassesTheTokenOn();
    void theScreenIsKeptAwakeAndLetGo();
    void withoutABusThereIsNone();

private:
    [[nodiscard]] QString socket() const { return m_folder->filePath("run/a.socket"); }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PrivateBus> m_bus; ///< none without dbus-daemon
};

void TestInstanceDoor::theSecondCallsTheFirst()
{
    InstanceDoor first(socket());
    QSignalSpy called(&first, &InstanceDoor::called);
    const auto role = first.enter({});
    QVERIFY2(role.ok() && *role == InstanceDoor::Role::First, role ? "" : role.error().text().c_str());
    QCOMPARE(QFile::permissions(socket()) & (QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup), QFile::Permissions());
    for (const InstanceCall &call : {InstanceCall{InstanceCall::Wish::Raise, "token-7"}, InstanceCall{InstanceCall::Wish::Simulator, {}},
                                     InstanceCall{InstanceCall::Wish::Raise, {}, "/plants/pumps of März.toml"}}) {
        const auto second = enterElsewhere(socket(), call);
        QVERIFY(second.ok() && *second == InstanceDoor::Role::Second);
        QTRY_COMPARE(called.size(), 1);
        const auto heard = called.takeFirst().first().value<InstanceCall>();
        QVERIFY(heard.wish == call.wish);
        QCOMPARE(heard.activationToken, call.activationToken);
        QCOMPARE(heard.plantFile, call.plantFile);
    }
}

void TestInstanceDoor::theFirstGoneTheSecondIsFirst()
{
    for (int i = 0; i < 2; ++i) {
        InstanceDoor door(socket());
        const auto role = door.enter({});
        QVERIFY(role.ok() && *role == InstanceDoor::Role::First);
    }
}

void TestInstanceDoor::aSocketThatACrashLeftIsReplaced()
{
    QDir().mkpath(QFileInfo(socket()).path());
    int file = -1;
    leaveSocket(socket(), false, &file);
    ::close(file);
    QVERIFY(QFile::exists(socket()));
    InstanceDoor door(socket());
    const auto role = door.enter({});
    QVERIFY(role.ok() && *role == InstanceDoor::Role::First);
}

void TestInstanceDoor::aFirstThatHangsIsSaid()
{
    QDir().mkpath(QFileInfo(socket()).path());
    int file = -1;
    leaveSocket(socket(), true, &file);
    InstanceDoor door(socket());
    const auto role = door.enter({});
    QVERIFY(!role.ok());
    QVERIFY(role.error().kind == ErrorKind::Busy);
    QVERIFY2(role.error().text().find("does not answer") != std::string::npos, role.error().text().c_str());
    ::close(file);
}

void TestInstanceDoor::noiseIsSentAway()
{
    InstanceDoor door(socket());
    QSignalSpy called(&door, &InstanceDoor::called);
    QVERIFY(door.enter({}).ok());
    QLocalSocket noise;
    noise.connectToServer(socket());
    QTRY_COMPARE(noise.state(), QLocalSocket::ConnectedState);
    noise.write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(noise.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(called.size(), 0);
    QLocalSocket odd;
    odd.connectToServer(socket());
    odd.write("[1, 2\n");
    QTRY_COMPARE(called.size(), 1);
    QVERIFY(called.first().first().value<InstanceCall>().wish == InstanceCall::Wish::Raise);
}

void TestInstanceDoor::aFolderThatCannotBeMadeIsSaid()
{
    InstanceDoor door(QStringLiteral("/proc/nowhere/a.socket"));
    const auto role = door.enter({});
    QVERIFY(!role.ok());
    QVERIFY(role.error().text().find("/proc/nowhere") != std::string::npos);
}

/// On a bus of its own, as a launcher calls it.
void TestInstanceDoor::theBusPassesTheTokenOn()
{
    if (!m_bus)
        QSKIP("dbus-daemon is not installed");
    const QString name = QStringLiteral("org.telltale.Telltale.demo");
    BusDoor door(name);
    QVERIFY(door.open());
    QSignalSpy called(&door, &BusDoor::called);
    auto caller = m_bus->caller();
    const auto send = [&](const char *method, const QVariantList &arguments) {
        auto message = QDBusMessage::createMethodCall(name, "/org/telltale/Telltale/demo", "org.freedesktop.Application", method);
        message.setArguments(arguments);
        const QDBusPendingReply<> reply = caller.asyncCall(message);
        const bool answered = QTest::qWaitFor([&] { return reply.isFinished(); });
        return answered && !reply.isError() && called.size() == 1 ? called.takeFirst().first().value<InstanceCall>()
                                                                  : InstanceCall{InstanceCall::Wish::Raise, reply.error().message()};
    };
    QCOMPARE(send("Activate", {QVariantMap{{"activation-token", "t1"}}}).activationToken, QStringLiteral("t1"));
    QCOMPARE(send("Open", {QStringList{"file:///a"}, QVariantMap{{"desktop-startup-id", "t2"}}}).activationToken, QStringLiteral("t2"));
    const auto opened = send("Open", {QStringList{"file:///plants/pump%20house.toml"}, QVariantMap{}});
    QCOMPARE(opened.plantFile, QStringLiteral("/plants/pump house.toml"));
    const auto noParameter = QVariant::fromValue(QVariantList{});
    QVERIFY(send("ActivateAction", {"Simulator", noParameter, QVariantMap{}}).wish == InstanceCall::Wish::Simulator);
    BusDoor other(name);
    QVERIFY(!other.open());
}

void TestInstanceDoor::theScreenIsKeptAwakeAndLetGo()
{
    if (!m_bus)
        QSKIP("dbus-daemon is not installed");
    ScreenSaver desktop;
    auto caller = m_bus->caller();
    QVERIFY(caller.registerObject("/org/freedesktop/ScreenSaver", &desktop, QDBusConnection::ExportScriptableSlots));
    {
        Wakefulness nobodyThere;
        nobodyThere.keep();
        QVERIFY(!nobodyThere.isKept());
    }
    QVERIFY(caller.registerService("org.freedesktop.ScreenSaver"));
    {
        Wakefulness wakefulness;
        wakefulness.keep();
        wakefulness.keep();
        QTRY_VERIFY(wakefulness.isKept());
        QCOMPARE(desktop.asked.size(), 1);
        QVERIFY(desktop.asked.first().startsWith("Telltale: "));
    }
    QTRY_COMPARE(desktop.released, QList<uint>{42});
}

void TestInstanceDoor::withoutABusThereIsNone()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
    QVERIFY(!sessionBus().isConnected());
    QVERIFY(!BusDoor(QStringLiteral("org.telltale.Telltale")).open());
}

QTEST_GUILESS_MAIN(TestInstanceDoor)
#include "tst_instance_door.moc"
