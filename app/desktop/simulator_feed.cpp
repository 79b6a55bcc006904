// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/simulator_feed.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QStandardPaths>
#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <utility>

namespace telltale::app {

namespace {

constexpr int kStartMillis = 30'000; ///< a large file is read whole before its first row is sent
const QByteArray kBound = "bound ";
const QByteArray kOwnName = "telltale-sim: ";

/// The child would inherit our blocked signals and could not be asked to end; and it must not outlive us.
void prepareChild()
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

QString simulatorProgram()
{
    const QString beside = QStandardPaths::findExecutable(QStringLiteral("telltale-sim"), {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("telltale-sim")) : beside;
}

} // namespace

SimulatorFeed::SimulatorFeed(QObject *parent) : QObject(parent)
{
    m_process.setChildProcessModifier(prepareChild);
    m_patience.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SimulatorFeed::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &SimulatorFeed::readComplaints);
    connect(&m_process, &QProcess::errorOccurred, this, [this] { giveUp(m_process.errorString()); });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus how) {
        readComplaints();
        if (!m_address.empty() && code == 0 && how == QProcess::NormalExit) {
            m_ended = true;
            emit ended();
        }
        giveUp(tr("it ended at once"));
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { giveUp(tr("it does not answer")); });
}

SimulatorFeed::~SimulatorFeed()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

QStringList SimulatorFeed::demoPlant()
{
    return {QStringLiteral("run"), QStringLiteral("plant")};
}

QStringList SimulatorFeed::recording(const QString &file, double rowsPerSec)
{
    QStringList what{QStringLiteral("replay"), file};
    if (rowsPerSec > 0.0)
        what << QStringLiteral("--pace") << QString::number(rowsPerSec);
    return what;
}

void SimulatorFeed::start(const QStringList &what)
{
    const QString program = simulatorProgram();
    if (program.isEmpty()) {
        m_decided = true;
        emit failed({ErrorKind::NotFound, "telltale-sim is neither beside this program nor on the path", "telltale-sim"});
        return;
    }
    m_patience.start(kStartMillis);
    m_process.start(program, what + QStringList{QStringLiteral("--bind"), QStringLiteral("tcp://127.0.0.1:*")});
}

Result<std::string> SimulatorFeed::startAndWait(const QStringList &what)
{
    QEventLoop loop;
    Result<std::string> answer = std::string();
    connect(this, &SimulatorFeed::bound, &loop, [&] {
        answer = m_address;
        loop.quit();
    });
    connect(this, &SimulatorFeed::failed, &loop, [&](const Error &why) {
        answer = why;
        loop.quit();
    });
    start(what);
    if (!m_decided)
        loop.exec();
    return answer;
}

void SimulatorFeed::readOutput()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (m_decided || !line.startsWith(kBound))
            continue;
        m_decided = true;
        m_patience.stop();
        m_address = line.mid(kBound.size()).toStdString();
        emit bound();
    }
}

/// What it complains about is ours to say too.
void SimulatorFeed::readComplaints()
{
    const QByteArray text = m_process.readAllStandardError();
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stderr);
    const QByteArrayList lines = text.trimmed().split('\n');
    if (!lines.last().isEmpty())
        m_complaint = lines.last().startsWith(kOwnName) ? lines.last().mid(kOwnName.size()) : lines.last();
}

void SimulatorFeed::giveUp(const QString &why)
{
    if (std::exchange(m_decided, true))
        return;
    m_patience.stop();
    emit failed(
        {ErrorKind::Io, m_complaint.isEmpty() ? "the simulator did not come up: " + ui::fromQt(why) : m_complaint.toStdString(), {}});
}

} // namespace telltale::app
