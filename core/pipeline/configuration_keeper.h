// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace telltale::pipeline {

/// Writes the newest configuration to its file, on a thread of its own: a slow disk must not hold up alarms. Tries again every five
/// seconds while it cannot.
/// Thread: any; one writer at a time. The destructor writes what is still to be written.
class ConfigurationKeeper {
public:
    /// An empty path: nothing is kept.
    explicit ConfigurationKeeper(std::string path);
    ~ConfigurationKeeper();
    ConfigurationKeeper(const ConfigurationKeeper &) = delete;
    ConfigurationKeeper &operator=(const ConfigurationKeeper &) = delete;

    /// Takes the place of what was not written yet. Returns at once.
    void keep(std::string content);
    /// Why the newest attempt failed; empty when it did not.
    [[nodiscard]] std::string problem() const;

private:
    void run();

    std::string m_path;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<std::string> m_next;
    std::string m_problem;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace telltale::pipeline
