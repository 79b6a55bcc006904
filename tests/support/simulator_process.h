// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/built_program.h"

#include <QProcess>
#include <QStringList>

#include <csignal>
#include <cstdint>
#include <string>

namespace telltale::test {

/// The real simulator as a process of its own. Killed with the object, and gone with the test should that end before its time.
class SimulatorProcess {
public:
    static constexpr int kPatienceMs = 30'000;

    /// What it says that it has sent.
    struct Published {
        std::uint64_t messages = 0;
        std::uint64_t values = 0;
    };

    explicit SimulatorProcess(const QStringList &words, const std::string &address = "tcp://127.0.0.1:*")
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(builtProgram("telltale-sim"),
                        words
                            + QStringList{QStringLiteral("--exit-with-parent"), QStringLiteral("--bind"), QString::fromStdString(address)});
        const QByteArray line = nextLine();
        if (line.startsWith("bound "))
            m_address = line.mid(6).toStdString();
    }
    SimulatorProcess(const SimulatorProcess &) = delete;
    SimulatorProcess &operator=(const SimulatorProcess &) = delete;
    ~SimulatorProcess() { kill(); }

    /// Empty when it did not start.
    [[nodiscard]] const std::string &address() const { return m_address; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    void signal(int number)
    {
        if (m_process.processId() > 0)
            ::kill(pid_t(m_process.processId()), number);
    }
    void kill()
    {
        signal(SIGKILL);
        m_process.waitForFinished(kPatienceMs);
    }
    /// Lets it end by itself. Nothing when it does not say what it has sent.
    [[nodiscard]] Published finish()
    {
        m_process.waitForFinished(kPatienceMs);
        for (QByteArray line = nextLine(); !line.isEmpty(); line = nextLine()) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 5 && words.front() == "published")
                return {words[1].toULongLong(), words[3].toULongLong()};
        }
        return {};
    }

private:
    QByteArray nextLine()
    {
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            if (!m_process.waitForReadyRead(kPatienceMs))
                break;
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
    std::string m_address;
};

} // namespace telltale::test
