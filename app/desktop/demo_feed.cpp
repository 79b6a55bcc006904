// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/demo_feed.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <csignal>
#include <sys/prctl.h>

namespace telltale::app {

namespace {

constexpr int kStartMillis = 5000;
const QByteArray kBound = "bound ";

/// The child would inherit our blocked signals and could not be asked to end; and it must not outlive us.
void prepareChild()
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

} // namespace

DemoFeed::DemoFeed(QObject *parent) : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier(prepareChild);
}

DemoFeed::~DemoFeed()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

Result<std::string> DemoFeed::start()
{
    QString program = QStandardPaths::findExecutable(QStringLiteral("telltale-sim"), {QCoreApplication::applicationDirPath()});
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(QStringLiteral("telltale-sim"));
    if (program.isEmpty())
        return Error{ErrorKind::NotFound, "telltale-sim is neither beside this program nor on the path", "--demo"};
    m_process.start(program,
                    {QStringLiteral("run"), QStringLiteral("plant"), QStringLiteral("--bind"), QStringLiteral("tcp://127.0.0.1:*")});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kStartMillis && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(kBound))
                return line.mid(kBound.size()).toStdString();
        }
        if (m_process.state() == QProcess::Starting)
            m_process.waitForStarted(100);
    }
    return Error{ErrorKind::Io, "the simulator did not come up: " + ui::fromQt(m_process.errorString()), ui::fromQt(program)};
}

} // namespace telltale::app
