// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <string>

namespace telltale::app {

/// `telltale-sim` as a child process on a free loopback port, treated like any other feed: the demonstration plant, or a file of readings.
/// It ends with this object, and by itself should this process die. Thread: UI.
class SimulatorFeed final : public QObject {
    Q_OBJECT
public:
    explicit SimulatorFeed(QObject *parent = nullptr);
    ~SimulatorFeed() override;

    [[nodiscard]] static QStringList demoPlant();
    /// `rowsPerSec` 0 = as fast as its own times say.
    [[nodiscard]] static QStringList recording(const QString &file, double rowsPerSec);

    /// Starts the simulator, once; then comes `bound` or `failed`.
    void start(const QStringList &what);
    /// The same, and waits for it. Errors: NotFound when telltale-sim is neither beside this program nor on the path; Io when it does not
    /// come up, in its own words.
    Result<std::string> startAndWait(const QStringList &what);
    /// Where it publishes; empty before `bound`.
    [[nodiscard]] const std::string &address() const { return m_address; }

    /// It has sent everything and ended by itself.
    [[nodiscard]] bool hasEnded() const { return m_ended; }

signals:
    void bound();
    void ended(); ///< after `bound`: everything was sent
    void failed(const telltale::Error &why);

private:
    void readOutput();
    void readComplaints();
    void giveUp(const QString &why);

    QProcess m_process;
    QTimer m_patience;
    std::string m_address;
    QByteArray m_complaint; ///< the newest line that it said to standard error
    bool m_decided = false;
    bool m_ended = false;
};

} // namespace telltale::app
