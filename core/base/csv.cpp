// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

namespace telltale {

namespace {

constexpr std::size_t kMaxRecordBytes = 1 << 20;

char likeliestSeparator(std::string_view header)
{
    constexpr std::array<char, 3> kCandidates{',', ';', '\t'};
    return *std::max_element(kCandidates.begin(), kCandidates.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

/// Whether a quote that was closed before this text is open behind it, or the other way round.
bool quotesChange(std::string_view text)
{
    return std::count(text.begin(), text.end(), '"') % 2 != 0;
}

} // namespace

Result<CsvReader> CsvReader::open(const std::string &path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Error{ErrorKind::NotFound, "no such file", path};
    CsvReader reader;
    reader.m_path = path;
    reader.m_file.open(path, std::ios::binary);
    if (!reader.m_file || std::filesystem::is_directory(path, ignored))
        return Error{ErrorKind::Io, "cannot be read", path};
    reader.m_line = reader.m_rowLine = 1;
    std::string first;
    if (const Result<bool> read = reader.appendLine(first); !read)
        return read.error();
    if (first.starts_with("\xEF\xBB\xBF"))
        first.erase(0, 3);
    reader.m_separator = likeliestSeparator(first);
    if (!first.empty() && first.back() == '\r')
        first.pop_back();
    if (first.empty())
        return Error{ErrorKind::BadFormat, "expected a header line, found nothing", reader.place()};
    if (auto split = reader.split(std::move(first), reader.m_header); !split)
        return split.error();
    return reader;
}

Result<bool> CsvReader::next(std::vector<std::string> &cells)
{
    auto read = record(cells);
    if (!read || !*read)
        return read;
    if (cells.size() != m_header.size())
        return Error{ErrorKind::BadFormat,
                     "expected " + std::to_string(m_header.size()) + " cells as in the header, found " + std::to_string(cells.size()),
                     place()};
    return true;
}

Result<bool> CsvReader::appendLine(std::string &text)
{
    std::array<char, 4096> chunk;
    for (;;) {
        m_file.getline(chunk.data(), chunk.size());
        const bool lineEnded = m_file.good();
        const auto taken = static_cast<std::size_t>(m_file.gcount());
        text.append(chunk.data(), taken - (lineEnded ? 1 : 0));
        if (text.size() > kMaxRecordBytes)
            return Error{ErrorKind::BadFormat, "a row is longer than 1 MiB (a quote that is never closed?)", place()};
        if (m_file.bad())
            return Error{ErrorKind::Io, "cannot be read to its end", place()};
        if (lineEnded || m_file.eof())
            return lineEnded || taken > 0;
        m_file.clear(); // a full chunk: the line goes on
    }
}

Result<bool> CsvReader::record(std::vector<std::string> &cells)
{
    std::string text;
    const std::size_t rowBefore = m_rowLine;
    while (text.empty() || text == "\r") {
        text.clear();
        m_rowLine = m_line + 1;
        Result<bool> more = appendLine(text);
        if (more && !*more)
            m_rowLine = rowBefore;
        if (!more || !*more)
            return more;
        ++m_line;
    }
    bool quoted = quotesChange(text);
    while (quoted) {
        const std::size_t before = text.size();
        text += '\n';
        Result<bool> more = appendLine(text);
        if (!more)
            return more;
        if (!*more)
            break;
        ++m_line;
        quoted ^= quotesChange(std::string_view(text).substr(before));
    }
    if (text.back() == '\r')
        text.pop_back();
    if (auto split_ = split(std::move(text), cells); !split_)
        return split_.error();
    return true;
}

Result<void> CsvReader::split(std::string text, std::vector<std::string> &cells)
{
    cells.clear();
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
            cell += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == m_separator && !quoted) {
            cells.push_back(std::move(cell));
            cell.clear();
        } else {
            cell += c;
        }
    }
    cells.push_back(std::move(cell));
    if (quoted)
        return Error{ErrorKind::BadFormat, "a quote is opened and never closed", place()};
    return {};
}

Result<double> csvNumber(const std::string &cell, const std::string &where)
{
    std::string_view text(cell);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    text.remove_suffix(text.size() - 1 - text.find_last_not_of(' ')); // of no text, nothing: the position is then -1
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size())
        return Error{ErrorKind::BadFormat, "expected a number, not \"" + cell + '"', where};
    return value;
}

std::string csvTextCell(std::string_view text)
{
    constexpr std::array<std::string_view, 12> kFormulaStarts{
        "=", "+", "-", "@", "\t", "\r", "\n", std::string_view("\0", 1), "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    std::string cell;
    if (std::any_of(kFormulaStarts.begin(), kFormulaStarts.end(), [&](std::string_view start) { return text.starts_with(start); }))
        cell += '\'';
    cell += text;
    std::erase(cell, '\0');
    if (cell.find_first_of(",;\"\r\n\t") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace telltale
