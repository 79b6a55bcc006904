// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace telltale::soak {

/// A line of the alarm list, as it is on screen.
struct ShownRow {
    std::uint64_t id;
    std::string state;   ///< "● NEW 1st", "saving…"
    std::string quality; ///< says "not stored" where that is so
};

/// Says on standard output what an operator may rely on: a state that the list shows as stored. An acknowledgement is as soon as it
/// shows, for until then the list says "saving…"; everything else once it has stood for longer than the second after which the list would
/// say "not stored".
/// A line is "<steady ms> <word> <number> <text>", written at once, so that a kill takes nothing of it. Thread: one.
class ShownRecorder {
public:
    void show(const std::vector<ShownRow> &rows);
    void showBanner(const std::string &text);
    void say(const char *word, std::uint64_t number, const std::string &text);

private:
    struct Line {
        std::string state;
        std::chrono::steady_clock::time_point since;
        bool said = false;
    };
    void show(const ShownRow &row, Line &line);

    std::map<std::uint64_t, Line> m_lines;
    std::string m_banner;
};

} // namespace telltale::soak
