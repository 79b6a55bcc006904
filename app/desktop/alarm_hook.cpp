// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alarm_hook.h"

#include "app/desktop/alarm_lines.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QStandardPaths>

namespace telltale::app {

AlarmHook::AlarmHook(const std::string &command, LogSink log) : m_words(QProcess::splitCommand(ui::toQt(command))), m_log(std::move(log))
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_limit.setSingleShot(true);
    m_limit.setInterval(kPatience);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, &AlarmHook::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // else it also finishes
            finished();
    });
}

AlarmHook::~AlarmHook()
{
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    const QDeadlineTimer end(kEnd);
    for (bool inTime = true; inTime && (m_process.state() != QProcess::NotRunning || !m_waiting.empty());) {
        startNext();
        inTime = m_process.waitForFinished(int(end.remainingTime()));
    }
    const std::size_t left = m_waiting.size() + (m_process.state() == QProcess::NotRunning ? 0 : 1);
    disconnect(&m_process, nullptr, this, nullptr);
    if (left > 0)
        report(tr("the program ended before %n alarm event(s) could be handed over", nullptr, int(left)));
}

Result<void> AlarmHook::check(const std::string &command)
{
    const QStringList words = QProcess::splitCommand(ui::toQt(command));
    if (!words.isEmpty() && !QStandardPaths::findExecutable(words.front()).isEmpty())
        return {};
    return Error{ErrorKind::NotFound, "expected a program that can be started, found \"" + command + '"', "--on-alarm"};
}

void AlarmHook::take(const AlarmEvent &event)
{
    if (!m_words.isEmpty())
        QMetaObject::invokeMethod(
            this, [this, line = alarmLine(event) + '\n'] { add(line); }, Qt::QueuedConnection);
}

void AlarmHook::add(const std::string &line)
{
    if (m_waiting.size() >= kMostWaiting) {
        ++m_dropped;
        return;
    }
    m_waiting.push_back(line);
    startNext();
}

void AlarmHook::startNext()
{
    if (m_waiting.empty() || m_process.state() != QProcess::NotRunning)
        return;
    const std::string line = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_dropped > 0)
        report(tr("it is too slow: %n alarm event(s) were not handed over", nullptr, int(std::exchange(m_dropped, 0))));
    m_process.start(m_words.front(), m_words.mid(1));
    m_limit.start();
    m_process.write(line.data(), qint64(line.size()));
    m_process.closeWriteChannel();
}

void AlarmHook::finished()
{
    const bool late = !m_limit.isActive();
    m_limit.stop();
    if (m_process.error() == QProcess::FailedToStart)
        report(m_process.errorString());
    else if (late)
        report(tr("it took longer than %1 s and was ended").arg(std::chrono::duration_cast<std::chrono::seconds>(kPatience).count()));
    else if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        report(tr("it ended with %1").arg(m_process.exitCode()));
    // Not from within the signal of the process that is to be started anew.
    QMetaObject::invokeMethod(this, &AlarmHook::startNext, Qt::QueuedConnection);
}

void AlarmHook::report(const QString &why)
{
    if (m_log)
        m_log(LogLevel::Warning, "hook", "the command of --on-alarm: " + ui::fromQt(why));
    emit failed(why);
}

} // namespace telltale::app
