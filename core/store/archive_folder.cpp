// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive_folder.h"

#include <algorithm>
#include <utility>

namespace telltale::store {

Result<void> ArchiveFolder::put(std::span<const ChunkRow> rows)
{
    while (!rows.empty()) {
        const std::string path = archivePath(m_folder, rows.front().t0);
        const auto next = std::ranges::find_if(rows, [&](const ChunkRow &row) { return archivePath(m_folder, row.t0) != path; });
        const auto count = static_cast<std::size_t>(next - rows.begin());
        if (auto put = putInto(path, rows.first(count)); !put)
            return put;
        rows = rows.subspan(count);
    }
    return {};
}

Result<void> ArchiveFolder::putInto(const std::string &path, std::span<const ChunkRow> rows)
{
    const bool wasOpen = m_open && m_open->path == path;
    if (!wasOpen)
        if (auto opened = open(path); !opened)
            return opened;
    auto put = m_open->file.put(rows);
    if (put)
        return put;
    // SQLite refuses to write to a file that is no longer where it was. Whatever it is, the next opening looks at all of it.
    m_open.reset();
    m_checked.erase(path);
    return wasOpen ? putInto(path, rows) : put;
}

Result<void> ArchiveFolder::open(const std::string &path)
{
    m_open.reset();
    auto file = HistoryArchive::open(path, m_clock.utcNow(), m_checked.contains(path) ? FileCheck::Schema : FileCheck::Content);
    if (!file)
        return file.error();
    if (!file->notice().empty())
        m_say(file->notice());
    m_checked.insert(path);
    m_open.emplace(Open{path, std::move(*file)});
    return {};
}

} // namespace telltale::store
