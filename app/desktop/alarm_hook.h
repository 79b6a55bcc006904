// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/model/alarm_event.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <deque>
#include <string>

namespace telltale::app {

/// Hands every committed transition of an alarm to a command of the site: a pager, a mail, a relay. The command is started once a
/// transition, one after the other in order, without a shell, and gets one line of JSON (alarmLine) on its standard input.
/// Never holds anything up: at most kMostWaiting transitions wait, further ones are counted and said; a command that takes longer than
/// kPatience is ended. Each failure goes to the log and to `failed`.
/// Thread: `take` from any; the rest UI. At its end what still waits has kEnd to be handed over.
class AlarmHook final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostWaiting = 1000;
    static constexpr std::chrono::milliseconds kPatience{30'000};
    static constexpr std::chrono::milliseconds kEnd{3'000};

    /// `command` as in a shell without its variables: words, quotes around those with spaces. Empty = nothing is ever started.
    /// Errors: `check` says when its first word is no program that can be started.
    AlarmHook(const std::string &command, LogSink log);
    ~AlarmHook() override;
    [[nodiscard]] static Result<void> check(const std::string &command);

    void take(const AlarmEvent &event);

signals:
    void failed(const QString &why);

private:
    void add(const std::string &line);
    void startNext();
    void finished();
    void report(const QString &why);

    const QStringList m_words;
    const LogSink m_log;
    std::deque<std::string> m_waiting;
    std::size_t m_dropped = 0; ///< since the last that could be started
    QProcess m_process;
    QTimer m_limit;
};

} // namespace telltale::app
