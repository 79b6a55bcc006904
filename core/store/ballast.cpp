// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ballast.h"

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

bool reserve(const std::string &path, std::uintmax_t bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    const bool done = file >= 0 && ::posix_fallocate(file, 0, static_cast<off_t>(bytes)) == 0;
    if (file >= 0)
        ::close(file);
    return done;
}

} // namespace

void Ballast::make()
{
    std::error_code unknown;
    if (m_held || m_bytes == 0)
        return;
    // One that a former run has left is as good as a new one, however full the disk is.
    m_held = fs::is_regular_file(m_path, unknown) && fs::file_size(m_path, unknown) == m_bytes;
    const auto room = fs::space(fs::path(m_path).parent_path(), unknown);
    if (m_held || unknown || room.available < kRoomNeeded * m_bytes)
        return;
    m_held = reserve(m_path, m_bytes);
    if (!m_held)
        fs::remove(m_path, unknown);
}

bool Ballast::giveUp()
{
    std::error_code failed;
    m_held = false;
    return m_bytes > 0 && fs::remove(m_path, failed);
}

} // namespace telltale::store
