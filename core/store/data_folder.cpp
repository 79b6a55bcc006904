// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

Error systemError(const std::string &what, const std::string &where, int number)
{
    const ErrorKind kind = number == ENOSPC || number == EDQUOT ? ErrorKind::Full : ErrorKind::Io;
    return {kind, what + ": " + std::generic_category().message(number), where};
}

std::string holderOf(int file)
{
    std::array<char, 32> text{};
    const ssize_t length = ::pread(file, text.data(), text.size() - 1, 0);
    std::string holder;
    for (ssize_t i = 0; i < length && text[static_cast<std::size_t>(i)] >= '0' && text[static_cast<std::size_t>(i)] <= '9'; ++i)
        holder += text[static_cast<std::size_t>(i)];
    return holder.empty() ? "" : " (process " + holder + ')';
}

void writeHolder(int file)
{
    const std::string text = std::to_string(::getpid()) + '\n';
    // The number is only for people: a full disk may refuse it, the lock holds all the same.
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, text.data(), text.size(), 0) < 0)
        return;
}

} // namespace

Result<void> makeFolder(const std::string &folder)
{
    fs::path sofar;
    for (const fs::path &part : fs::path(folder)) {
        sofar /= part;
        std::error_code ignored;
        if (sofar.empty() || fs::is_directory(sofar, ignored))
            continue;
        if (::mkdir(sofar.c_str(), 0700) != 0 && errno != EEXIST)
            return Error{ErrorKind::Io, "the data folder cannot be made: " + std::generic_category().message(errno), folder};
    }
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return Error{ErrorKind::Io, "the data folder cannot be made: something else has that name", folder};
    return {};
}

Result<void> makePrivateFile(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return systemError("the file cannot be written", path, errno);
    ::close(file);
    return {};
}

std::string fileStamp(UtcTime now)
{
    std::string stamp = toIso(now, 0);
    std::erase(stamp, '-');
    std::erase(stamp, ':');
    return stamp;
}

std::string freeName(const std::string &wanted)
{
    std::string name = wanted;
    for (int i = 2; fs::exists(fs::symlink_status(name)); ++i)
        name = wanted + '-' + std::to_string(i);
    return name;
}

Result<std::string> setAside(const std::string &path, UtcTime now, const char *mark)
{
    const std::string target = freeName(path + mark + fileStamp(now));
    for (const char *suffix : {"", "-wal", "-shm"}) {
        if (std::rename((path + suffix).c_str(), (target + suffix).c_str()) != 0 && errno != ENOENT)
            return systemError("the damaged file cannot be set aside", path + suffix, errno);
    }
    return target;
}

Result<FolderLock> FolderLock::take(const std::string &folder)
{
    const std::string path = folder + kLockName;
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return systemError("the data folder cannot be written", folder, errno);
    FolderLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
        writeHolder(file);
        return lock;
    }
    if (errno == EWOULDBLOCK)
        return Error{ErrorKind::Busy, "another instance of Telltale" + holderOf(file) + " writes to this folder, this one only reads",
                     folder};
    return systemError("the data folder cannot be locked", folder, errno);
}

FolderLock::~FolderLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace telltale::store
