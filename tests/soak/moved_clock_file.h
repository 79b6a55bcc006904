// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace telltale::soak {

/// By how much the time of day of a program is moved that was started with operator/moved_clock. Holds for all that read this file.
class MovedClockFile {
public:
    explicit MovedClockFile(std::string path) : m_path(std::move(path)) { move(std::chrono::nanoseconds{0}); }

    void move(std::chrono::nanoseconds by)
    {
        const std::int64_t nanos = by.count();
        const int file = open(m_path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0 || pwrite(file, &nanos, sizeof nanos, 0) != ssize_t(sizeof nanos)) {
            std::perror(m_path.c_str());
            std::exit(1);
        }
        close(file);
    }
    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace telltale::soak
