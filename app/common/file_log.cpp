// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/file_log.h"

#include "app/common/line_log.h"

#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <mutex>
#include <unistd.h>

namespace telltale::app {

namespace {

constexpr std::uintmax_t kMostBytes = 4 << 20;

/// Opens the file for each line: lines are rare, and another instance may just have renamed it.
class LogFile {
public:
    explicit LogFile(std::string path) : m_path(std::move(path))
    {
        std::error_code failed;
        std::filesystem::create_directories(std::filesystem::path(m_path).parent_path(), failed);
    }

    void add(const std::string &line)
    {
        const std::lock_guard guard(m_mutex);
        std::error_code failed;
        if (const auto size = std::filesystem::file_size(m_path, failed); !failed && size >= kMostBytes)
            std::filesystem::rename(m_path, m_path + ".1", failed);
        const int file = ::open(m_path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0)
            return;
        [[maybe_unused]] const auto written = ::write(file, line.data(), line.size());
        ::close(file);
    }

private:
    const std::string m_path;
    std::mutex m_mutex;
};

} // namespace

LogSink fileLog(const std::string &path, LogLevel least)
{
    return [least, file = std::make_shared<LogFile>(path)](LogLevel level, std::string_view room, std::string_view text) {
        if (level >= least)
            file->add(logLine(level, room, text));
    };
}

} // namespace telltale::app
