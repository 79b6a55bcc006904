// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/seated_program.h"

#include "tests/soak/seat.h"
#include "tests/soak/steady_ms.h"
#include "tests/support/no_orphan.h"

#include <csignal>

namespace telltale::soak {

namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

SeatedProgram::SeatedProgram(const Settings &settings, ShownLines &shown) : m_shown(shown), m_beganMs(steadyMs())
{
    QStringList words{"--data",     QString::fromStdString(settings.dataFolder),
                      "--plant",    QString::fromStdString(settings.plantFile),
                      "--operator", "operator A",
                      "--no-sound", "--notify",
                      "never"};
    for (const std::string &feed : settings.feeds)
        words << "--feed" << QString::fromStdString(feed);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setProcessEnvironment(seatedEnvironment(settings.acknowledgeMs, settings.ownFolder, settings.clockFile));
    test::leaveNoOrphan(m_process);
    m_process.start(QString::fromStdString(settings.program), words);
}

SeatedProgram::~SeatedProgram()
{
    kill();
}

void SeatedProgram::read()
{
    m_shown.take(m_process.readAllStandardOutput().toStdString());
}

void SeatedProgram::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid(), SIGKILL);
    m_process.waitForFinished(kPatienceMs);
    read();
    m_shown.cut();
}

bool SeatedProgram::close()
{
    m_process.terminate();
    const bool ended = m_process.waitForFinished(kPatienceMs);
    read();
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

bool SeatedProgram::isReady() const
{
    for (auto line = m_shown.all().rbegin(); line != m_shown.all().rend() && line->ms >= m_beganMs; ++line)
        if (line->word == "ready")
            return true;
    return false;
}

} // namespace telltale::soak
