// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/line_log.h"

#include "core/base/clock.h"

#include <array>
#include <cstdio>

namespace telltale::app {

std::string logLine(LogLevel level, std::string_view room, std::string_view text)
{
    constexpr std::array<std::string_view, 4> kWords{"debug", "note", "warning", "error"};
    return toIso(SystemClock{}.utcNow()) + ' ' + std::string(kWords[static_cast<std::size_t>(level)]) + ' ' + std::string(room) + ": "
           + escapeLine(text, 2000) + '\n';
}

LogSink lineLog(LogLevel least)
{
    return [least](LogLevel level, std::string_view room, std::string_view text) {
        if (level < least)
            return;
        // One write a line, so that lines of several threads do not mix.
        const std::string line = logLine(level, room, text);
        std::fwrite(line.data(), 1, line.size(), stderr);
    };
}

} // namespace telltale::app
