// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/shown_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace telltale::soak {

namespace {

constexpr std::array<std::string_view, 4> kWords{"ready", "shown", "banner", "stall"};

template <typename Number>
bool takeNumber(std::string_view &line, Number &number)
{
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    if (error != std::errc{} || end == line.data() + line.size() || *end != ' ')
        return false;
    line.remove_prefix(std::size_t(end - line.data()) + 1);
    return true;
}

} // namespace

std::optional<ShownLine> readShownLine(const std::string &text)
{
    std::string_view line = text;
    ShownLine read;
    if (!takeNumber(line, read.ms))
        return std::nullopt;
    for (const std::string_view word : kWords) {
        std::string_view rest = line;
        if (!rest.starts_with(word) || rest.size() <= word.size() || rest[word.size()] != ' ')
            continue;
        rest.remove_prefix(word.size() + 1);
        if (!takeNumber(rest, read.number))
            return std::nullopt;
        read.word = word;
        read.text = rest;
        return read;
    }
    return std::nullopt;
}

Stall longestStall(const std::vector<ShownLine> &lines, std::int64_t fromMs, std::int64_t toMs)
{
    Stall longest;
    for (const ShownLine &line : lines) {
        if (line.word != "stall" || line.ms < fromMs || line.ms >= toMs)
            continue;
        longest.ownMs = std::max(longest.ownMs, line.number);
        longest.totalMs = std::max<std::uint64_t>(longest.totalMs, std::strtoull(line.text.c_str(), nullptr, 10));
    }
    return longest;
}

void ShownLines::take(const std::string &bytes)
{
    m_rest += bytes;
    std::size_t from = 0;
    for (std::size_t end = 0; (end = m_rest.find('\n', from)) != std::string::npos; from = end + 1)
        if (auto line = readShownLine(m_rest.substr(from, end - from)))
            m_lines.push_back(std::move(*line));
    m_rest.erase(0, from);
}

} // namespace telltale::soak
