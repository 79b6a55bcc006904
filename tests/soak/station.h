// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/growth_meter.h"
#include "tests/soak/moved_clock_file.h"
#include "tests/soak/seated_program.h"
#include "tests/soak/shown_line.h"
#include "tests/support/zmq_publisher.h"

#include <QProcess>
#include <memory>
#include <string>
#include <vector>

namespace telltale::soak {

/// A run of one of the programs: on the steady clock. Unit: ms; `endMs` 0 = it runs.
struct Life {
    std::int64_t beginMs = 0;
    std::int64_t endMs = 0;
    std::vector<ProcessSize> sizes = {};
};

/// The real programs around one data folder: telltale-sim publishes the plant on a clock that runs faster, telltale watches it with a
/// person before its window (operator/). A second feed of telltale's is ours: machines whose alarms stay long enough to be acknowledged
/// while they are active, and whatever a fault wants it to say. Thread: one.
class Station {
public:
    struct Settings {
        std::string folder;   ///< of the run; the data folder is in it
        std::string programs; ///< folder of telltale and telltale-sim
        double speed = 20.0;
        std::uint64_t seed = 1;
        int acknowledgeMs = 1000; ///< between two attempts of the operator
    };
    explicit Station(Settings settings);
    ~Station();

    void startPublisher();
    void startMonitor();
    void killPublisher();
    void killMonitor();
    /// Reads what the operator said, says a heartbeat, measures. To be called all the time.
    void attend();
    /// The window of the present life shows its list.
    [[nodiscard]] bool isReady() const { return m_monitor->isReady(); }
    /// The present life ends by itself, in order.
    [[nodiscard]] bool closeMonitor();
    /// The exit code of `telltale --verify` on the data folder.
    [[nodiscard]] int verify() const;

    [[nodiscard]] pid_t publisher() const { return pid_t(m_publisher->processId()); }
    [[nodiscard]] pid_t monitor() const { return m_monitor->pid(); }
    [[nodiscard]] test::ZmqPublisher &ownFeed() { return m_ownFeed; }
    [[nodiscard]] MovedClockFile &clock() { return m_clock; }
    [[nodiscard]] std::string dataFolder() const { return m_settings.folder + "/data"; }
    [[nodiscard]] const std::vector<ShownLine> &shown() const { return m_shown.all(); }
    [[nodiscard]] const std::vector<Life> &lives() const { return m_lives; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    /// Event time of a moment of ours, as the publisher counts since it was last started or stopped.
    [[nodiscard]] std::int64_t eventNanos(std::int64_t steadyMs) const;
    /// It stood still for so long, and goes on where it was.
    void delayPublisher(std::int64_t ms) { m_behindMs += ms; }

private:
    void writePlantFile() const;
    void speakForSlowMachines(std::int64_t now);
    [[nodiscard]] std::string plantFile() const { return m_settings.folder + "/plant.toml"; }

    Settings m_settings;
    MovedClockFile m_clock;
    test::ZmqPublisher m_ownFeed;
    std::string m_address; ///< of the simulator, once it has one
    std::unique_ptr<QProcess> m_publisher;
    ShownLines m_shown;
    std::unique_ptr<SeatedProgram> m_monitor;
    std::vector<Life> m_lives;
    std::int64_t m_beganMs = 0;
    std::int64_t m_beganUtcNanos = 0;
    std::int64_t m_behindMs = 0; ///< the present publisher
    std::int64_t m_measuredMs = 0;
    std::uint64_t m_publishers = 0;
};

} // namespace telltale::soak
