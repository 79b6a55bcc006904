// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/shown_line.h"

#include <QProcess>
#include <string>
#include <vector>

namespace telltale::soak {

/// One life of the real `telltale` with a person before its window (seat.h). Thread: one, with an event loop.
class SeatedProgram {
public:
    struct Settings {
        std::string program; ///< path of telltale
        std::string dataFolder;
        std::string plantFile;
        std::vector<std::string> feeds;
        std::string ownFolder;      ///< for what the program remembers
        int acknowledgeMs = 1000;   ///< between two attempts of the operator; 0 = only looks
        std::string clockFile = {}; ///< that moves its clock; empty = the computer's own
    };
    /// What the operator says is added to `shown`, which outlives this.
    SeatedProgram(const Settings &settings, ShownLines &shown);
    ~SeatedProgram();

    void read();
    void kill(); ///< -9; what it said until then is read
    /// Ends it in order; false when it does not, or complains.
    [[nodiscard]] bool close();
    /// The window shows its list.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] pid_t pid() const { return pid_t(m_process.processId()); }
    [[nodiscard]] std::int64_t beganMs() const { return m_beganMs; }

private:
    QProcess m_process;
    ShownLines &m_shown;
    std::int64_t m_beganMs;
};

} // namespace telltale::soak
