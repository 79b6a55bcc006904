// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/allow_list.h"

#include "core/base/whole_file.h"

#include <algorithm>
#include <sys/stat.h>

namespace telltale::simulator {

namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;
constexpr mode_t kOthersWrite = 022;

/// Whoever can write the list lets himself in.
Result<void> checkOnlyOwnerWrites(const std::string &path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & kOthersWrite) != 0)
        return Error{ErrorKind::ReadOnly, "expected a list that nobody but its owner can write, found one that others can: chmod go-w",
                     path};
    return {};
}

Result<std::string> readList(const std::string &path)
{
    if (auto checked = checkOnlyOwnerWrites(path); !checked)
        return checked.error();
    return readWholeFile(path, kMostBytes);
}

std::string joined(const std::vector<Error> &errors)
{
    std::string text;
    for (const Error &error : errors)
        text += (text.empty() ? "" : "; ") + error.text();
    return text;
}

} // namespace

Result<AllowList> AllowList::open(std::string path, LogSink log)
{
    AllowList list(std::move(path), std::move(log));
    if (const std::vector<Error> problems = list.look(); !problems.empty())
        return problems.front();
    return list;
}

bool AllowList::admits(const curve::PublicKey &station)
{
    const std::string problems = joined(look());
    if (m_log && problems != m_problems && !problems.empty())
        m_log(LogLevel::Warning, "publish", problems);
    m_problems = problems;
    return std::find(m_stations.begin(), m_stations.end(), station) != m_stations.end();
}

std::vector<Error> AllowList::look()
{
    std::vector<Error> problems;
    m_stations.clear();
    if (const auto text = readList(m_path))
        parse(*text, problems);
    else
        problems.push_back(text.error());
    return problems;
}

void AllowList::parse(std::string_view text, std::vector<Error> &problems)
{
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        // A key may begin with "#", but has no space in it.
        const std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
        if (word.empty() || word == "#")
            continue;
        const auto key = curve::PublicKey::read(word);
        if (key)
            m_stations.push_back(*key);
        else
            problems.push_back({ErrorKind::BadFormat, key.error().what, m_path + ':' + std::to_string(number)});
    }
}

} // namespace telltale::simulator
