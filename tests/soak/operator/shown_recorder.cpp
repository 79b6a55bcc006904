// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/operator/shown_recorder.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace telltale::soak {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto kUntilUnstoredIsSaid = 1300ms; ///< the list says so after a second, and looks ten times in one
constexpr std::string_view kSaving = "saving…";

/// "NEW" of "● NEW 1st".
std::string wordOf(std::string text)
{
    for (const std::string_view mark : {"● ", "○ "})
        if (text.starts_with(mark))
            text.erase(0, mark.size());
    if (text.ends_with(" 1st"))
        text.erase(text.size() - 4);
    return text;
}

} // namespace

void ShownRecorder::show(const std::vector<ShownRow> &rows)
{
    std::erase_if(m_lines, [&](const auto &known) {
        return std::none_of(rows.begin(), rows.end(), [&](const ShownRow &row) { return row.id == known.first; });
    });
    for (const ShownRow &row : rows)
        show(row, m_lines[row.id]);
}

void ShownRecorder::show(const ShownRow &row, Line &line)
{
    const auto now = SteadyClock::now();
    const std::string state = wordOf(row.state);
    if (state == kSaving)
        return;
    const bool unstored = row.quality.find("not stored") != std::string::npos;
    if (state != line.state || unstored) {
        line.since = now;
        line.said = line.said && state == line.state;
        line.state = state;
    }
    const bool acknowledged = state == "ACK" || state == "LATCH";
    if (line.said || (!acknowledged && (unstored || now - line.since < kUntilUnstoredIsSaid)))
        return;
    line.said = true;
    say("shown", row.id, state);
}

void ShownRecorder::showBanner(const std::string &text)
{
    if (text == m_banner)
        return;
    m_banner = text;
    say("banner", text.empty() ? 0 : 1, text.substr(0, text.find('\n')));
}

void ShownRecorder::say(const char *word, std::uint64_t number, const std::string &text)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now().time_since_epoch()).count();
    const std::string line = std::to_string(ms) + ' ' + word + ' ' + std::to_string(number) + ' ' + text + '\n';
    for (std::size_t done = 0; done < line.size();) {
        const ssize_t part = ::write(STDOUT_FILENO, line.data() + done, line.size() - done);
        if (part <= 0)
            return; // nobody listens any more
        done += std::size_t(part);
    }
}

} // namespace telltale::soak
