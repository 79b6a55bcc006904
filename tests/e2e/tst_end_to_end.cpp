// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs as real processes: a simulator that publishes, a monitor that watches, crashes in between.
#include "tests/support/built_program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <memory>

using telltale::test::builtProgram;

namespace {

/// A flat series with noise of ±1 that jumps to 50 for 60 rows in its middle, one row a second.
QByteArray stepSeries(int rows = 600)
{
    const int step = rows / 2;
    QByteArray text = "timestamp,pressure\n";
    const QDateTime start(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < rows; ++i) {
        const double value = (i >= step && i < step + 60 ? 50.0 : 10.0) + ((i * 7919) % 200) / 100.0 - 1.0;
        text += start.addSecs(i).toString("yyyy-MM-dd HH:mm:ss").toUtf8() + ',' + QByteArray::number(value) + '\n';
    }
    return text;
}

QByteArray plantText()
{
    return "[[asset]]\npath = \"line-a/pump1\"\nsensors.pressure = { unit = \"bar\", period = 1.0 }\n"
           "detector = { kind = \"band\", k = 6.0, warmUp = 200 }\nalarm = { priority = 1, readings = 5, offDelay = 5.0 }\n";
}

} // namespace

class TestEndToEnd : public QObject {
    Q_OBJECT
private slots:
    void init();
    void raisesAndClearsTheAlarmOfAReplay();
    void playsAFileOfReadings();
    void aFileThatHasEndedIsNotLost();
    void bringsAlarmsBackAfterACrash();
    void aSecondInstanceMayOnlyRead();
    void whoOnlyReadsSaysWhatIsMissing();
    void aSecondStartRaisesTheFirst();
    void exportsReportAndJournal();
    void wrongUseEndsWithTwo_data();
    void wrongUseEndsWithTwo();
    void aFolderThatCannotBeWrittenIsAClearError();
    void takesThePictureItWasAskedFor();

private:
    QString write(const QString &name, const QByteArray &content);
    /// Starts a replay on a free port and returns its address.
    QString startReplay();
    std::unique_ptr<QProcess> startMonitor(const QStringList &arguments);
    /// Waits for a transition of `event` and returns its line.
    QJsonObject waitFor(QProcess &monitor, const QString &event, int millis = 30000);
    void exportsAndOpens(const QString &out);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_replay;
    QString m_plant;
    QString m_data;
};

void TestEndToEnd::init()
{
    m_replay.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = m_folder->filePath("data");
    m_plant = write("plant.toml", plantText());
}

QString TestEndToEnd::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QString TestEndToEnd::startReplay()
{
    m_replay = std::make_unique<QProcess>();
    m_replay->start(builtProgram("telltale-sim"), {"replay", write("series.csv", stepSeries()), "--asset", "line-a/pump1", "--speed", "100",
                                                   "--bind", "tcp://127.0.0.1:*"});
    while (m_replay->state() != QProcess::NotRunning && !m_replay->canReadLine())
        m_replay->waitForReadyRead(5000);
    const QByteArray line = m_replay->readLine().trimmed();
    return line.startsWith("bound ") ? QString::fromUtf8(line.mid(6)) : QString();
}

std::unique_ptr<QProcess> TestEndToEnd::startMonitor(const QStringList &arguments)
{
    auto monitor = std::make_unique<QProcess>();
    monitor->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    monitor->start(builtProgram("telltale"),
                   QStringList{"--data", m_data, "--print-alarms", "--no-sound", "--notify", "never"} + arguments);
    monitor->waitForStarted();
    return monitor;
}

QJsonObject TestEndToEnd::waitFor(QProcess &monitor, const QString &event, int millis)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < millis && (monitor.state() != QProcess::NotRunning || monitor.canReadLine())) {
        if (!monitor.canReadLine())
            monitor.waitForReadyRead(100);
        while (monitor.canReadLine()) {
            const auto line = QJsonDocument::fromJson(monitor.readLine()).object();
            if (line["event"].toString() == event)
                return line;
        }
    }
    return {};
}

void TestEndToEnd::raisesAndClearsTheAlarmOfAReplay()
{
    const QString address = startReplay();
    QVERIFY(!address.isEmpty());
    auto monitor = startMonitor({"--plant", m_plant, "--feed", address});
    const auto raise = waitFor(*monitor, "RAISE");
    QCOMPARE(raise["asset"].toString(), QString("line-a/pump1"));
    QCOMPARE(raise["sensor"].toString(), QString("pressure"));
    QCOMPARE(raise["priority"].toString(), QString("P1"));
    QCOMPARE(raise["state"].toString(), QString("B"));
    QCOMPARE(raise["time"].toString(), QString("2026-01-05T08:05:04.000Z"));
    QVERIFY(raise["score"].toDouble() > raise["limit"].toDouble());
    const auto clear = waitFor(*monitor, "CLEAR");
    QCOMPARE(clear["state"].toString(), QString("D"));
    monitor->terminate();
    QVERIFY(monitor->waitForFinished(10000));
    QCOMPARE(monitor->exitStatus(), QProcess::NormalExit);
    QCOMPARE(monitor->exitCode(), 0);
}

void TestEndToEnd::playsAFileOfReadings()
{
    auto monitor = startMonitor({write("pump.csv", stepSeries(3600)), "--pace", "200"});
    const auto raise = waitFor(*monitor, "RAISE");
    QCOMPARE(raise["asset"].toString(), QString("pump"));
    QVERIFY2(raise["time"].toString().startsWith("2026-01-05T08:30"), qPrintable(raise["time"].toString()));
    monitor->terminate();
    QVERIFY(monitor->waitForFinished(10000));
    QCOMPARE(monitor->exitCode(), 0);
}

void TestEndToEnd::aFileThatHasEndedIsNotLost()
{
    QProcess monitor;
    monitor.start(builtProgram("telltale"), {"--data", m_data, "--print-alarms", "--no-sound", "--notify", "never", "--verbose", "--play",
                                             write("pump.csv", stepSeries(20)), "--pace", "20"});
    QByteArray log;
    QTRY_VERIFY2_WITH_TIMEOUT((log += monitor.readAllStandardError()).contains(": ended"), log.constData(), 30000);
    const auto raise = waitFor(monitor, "RAISE", 6000); // longer than it takes to be lost
    QVERIFY2(raise.isEmpty(), QJsonDocument(raise).toJson().constData());
    monitor.terminate();
    QVERIFY(monitor.waitForFinished(10000));
}

void TestEndToEnd::bringsAlarmsBackAfterACrash()
{
    auto monitor = startMonitor({"--plant", m_plant, "--feed", startReplay()});
    const auto raise = waitFor(*monitor, "RAISE");
    QVERIFY(!raise.isEmpty());
    ::kill(pid_t(monitor->processId()), SIGKILL);
    monitor->waitForFinished();

    auto again = startMonitor({"--plant", m_plant, "--run-for", "3"});
    const auto restart = waitFor(*again, "RESTART");
    QCOMPARE(restart["sensor"].toString(), QString("pressure"));
    QCOMPARE(restart["state"].toString(), QString("B"));
    QVERIFY(restart["seq"].toInt() > raise["seq"].toInt());
    QVERIFY(again->waitForFinished(15000));
    QCOMPARE(again->exitCode(), 0);
}

/// The alarms are those of the first, as it writes them.
void TestEndToEnd::aSecondInstanceMayOnlyRead()
{
    auto first = startMonitor({"--plant", m_plant});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_data + "/journal.db"), 10000);
    first->terminate();
    QVERIFY(first->waitForFinished(10000));
    first = startMonitor({"--plant", m_plant, "--feed", startReplay()});
    const QString picture = m_folder->filePath("second.png");
    auto second = startMonitor({"--readonly", "--screenshot", picture, "--after", "2"});
    const auto raise = waitFor(*second, "RAISE");
    QCOMPARE(raise["sensor"].toString(), QString("pressure"));
    QCOMPARE(raise["seq"].toInt(), waitFor(*first, "RAISE")["seq"].toInt());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(picture), 15000);
    second->terminate();
    QVERIFY(second->waitForFinished(10000));
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(first->state(), QProcess::Running);
    first->terminate();
    QVERIFY(first->waitForFinished(10000));
}

void TestEndToEnd::whoOnlyReadsSaysWhatIsMissing()
{
    const QString empty = m_folder->filePath("empty");
    QProcess reading;
    reading.start(builtProgram("telltale"), {"--data", empty, "--readonly"});
    QVERIFY(reading.waitForFinished(15000));
    QCOMPARE(reading.exitCode(), 1);
    const QByteArray said = reading.readAllStandardError();
    QVERIFY2(said.contains(empty.toUtf8()) && said.contains("expected") && said.contains("no such folder"), said.constData());
    QVERIFY(!QFile::exists(empty));
}

void TestEndToEnd::aSecondStartRaisesTheFirst()
{
    auto first = startMonitor({"--run-for", "60"});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_data + "/journal.db"), 10000);
    QProcess second;
    second.start(builtProgram("telltale"), {"--data", m_data + "/../data"});
    QVERIFY(second.waitForFinished(15000));
    QCOMPARE(second.exitCode(), 0);
    QVERIFY(second.readAllStandardOutput().contains("runs already"));
    QCOMPARE(first->state(), QProcess::Running);

    // A folder or a profile of its own is another matter.
    QProcess beside;
    beside.start(builtProgram("telltale"), {"--data", m_folder->filePath("other"), "--run-for", "1"});
    QVERIFY(beside.waitForFinished(15000));
    QVERIFY(!beside.readAllStandardOutput().contains("runs already"));
    QVERIFY(QFile::exists(m_folder->filePath("other/journal.db")));

    // After a crash the next one is the first, and no lock is left.
    ::kill(pid_t(first->processId()), SIGKILL);
    first->waitForFinished();
    QProcess again;
    again.start(builtProgram("telltale"), {"--data", m_data, "--run-for", "1"});
    QVERIFY(again.waitForFinished(15000));
    QCOMPARE(again.exitCode(), 0);
    QVERIFY(!again.readAllStandardOutput().contains("runs already"));
}

void TestEndToEnd::exportsReportAndJournal()
{
    auto monitor = startMonitor({"--plant", m_plant, "--feed", startReplay()});
    QVERIFY(!waitFor(*monitor, "CLEAR").isEmpty());
    monitor->terminate();
    QVERIFY(monitor->waitForFinished(10000));

    const QString out = m_folder->filePath("out");
    QDir().mkpath(out);
    QCOMPARE(
        QProcess::execute(builtProgram("telltale"), {"--data", m_data, "--export-incident", "last", "--format", "pdf,html,csv", "-o", out}),
        0);
    const QStringList files = QDir(out).entryList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QString &name : files) {
        QFile file(out + '/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.size() > 500, qPrintable(name));
        if (name.endsWith(".pdf"))
            QVERIFY(content.startsWith("%PDF"));
        else
            QVERIFY2(content.contains("line-a/pump1"), qPrintable(name));
    }
    exportsAndOpens(out);
    const QString journal = m_folder->filePath("journal.csv");
    QCOMPARE(QProcess::execute(builtProgram("telltale"), {"--data", m_data, "--export-journal", "-o", journal}), 0);
    QFile file(journal);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("RAISE") && content.contains("CLEAR"));
}

/// A report goes out as JSON, comes back without its journal, and is the same.
void TestEndToEnd::exportsAndOpens(const QString &out)
{
    QCOMPARE(QProcess::execute(builtProgram("telltale"), {"--data", m_data, "--export-incident", "last", "--format", "json", "-o", out}),
             0);
    const QString name = QDir(out).entryList({"*.json"}, QDir::Files).value(0);
    const QString again = m_folder->filePath("again");
    QCOMPARE(QProcess::execute(builtProgram("telltale"), {"--open-report", out + '/' + name, "--format", "csv,json", "-o", again}), 0);
    QCOMPARE(QDir(again).entryList(QDir::Files).size(), 2);
    QFile before(out + '/' + name);
    QFile after(again + '/' + name);
    QVERIFY(before.open(QIODevice::ReadWrite) && after.open(QIODevice::ReadOnly));
    QVERIFY(before.readAll() == after.readAll());
    QVERIFY(before.resize(before.size() / 2));
    before.close();
    QCOMPARE(QProcess::execute(builtProgram("telltale"), {"--open-report", out + '/' + name, "-o", again}), 1);
    QVERIFY(before.remove());
}

void TestEndToEnd::wrongUseEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown option") << QStringList{"--feeed", "x"} << "--feed";
    QTest::newRow("missing argument") << QStringList{"--plant"} << "FILE";
    QTest::newRow("not a number") << QStringList{"--run-for", "soon"} << "soon";
    QTest::newRow("missing plant file") << QStringList{"--plant", "/nonexistent/plant.toml"} << "/nonexistent/plant.toml";
    QTest::newRow("bad address") << QStringList{"--feed", "nowhere"} << "nowhere";
    QTest::newRow("another computer") << QStringList{"--feed", "tcp://192.0.2.1:5556"}
                                      << "tcp://192.0.2.1:5556: expected the publisher's public key";
    QTest::newRow("unknown screen") << QStringList{"--kiosk", "--screen", "wall"} << "there are: ";
    QTest::newRow("neither alarm nor incident") << QStringList{"--export-incident", "incident:x"} << "incident: and a number";
    QTest::newRow("unknown format") << QStringList{"--export-incident", "last", "--format", "docx"} << "docx";
}

void TestEndToEnd::wrongUseEndsWithTwo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, says);
    QProcess monitor;
    monitor.start(builtProgram("telltale"), QStringList{"--data", m_data} + arguments);
    QVERIFY(monitor.waitForFinished(15000));
    QCOMPARE(monitor.exitCode(), 2);
    const QString said = QString::fromUtf8(monitor.readAllStandardError());
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestEndToEnd::aFolderThatCannotBeWrittenIsAClearError()
{
    const QString file = write("a-file", "not a folder");
    QProcess monitor;
    monitor.start(builtProgram("telltale"), {"--data", file + "/data"});
    QVERIFY(monitor.waitForFinished(15000));
    QCOMPARE(monitor.exitCode(), 1);
    const QString said = QString::fromUtf8(monitor.readAllStandardError());
    QVERIFY2(said.contains("a-file"), qPrintable(said));
}

void TestEndToEnd::takesThePictureItWasAskedFor()
{
    const QString picture = m_folder->filePath("window.png");
    auto monitor = startMonitor({"--plant", m_plant, "--feed", startReplay(), "--run-for", "4", "--screenshot", picture, "--after", "3"});
    QVERIFY(monitor->waitForFinished(20000));
    QCOMPARE(monitor->exitCode(), 0);
    const QImage image(picture);
    QVERIFY(image.width() >= 1024 && image.height() >= 600);
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
