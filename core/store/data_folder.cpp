// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
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

/// The time in the name, whatever the mark before it.
std::string asideAt(const std::string &aside, const std::string &path)
{
    return aside.substr(aside.find('-', path.size()));
}

bool wasWrittenBefore(const std::string &log, const std::string &moved)
{
    struct stat written {};
    struct stat renamed {};
    if (::stat(log.c_str(), &written) != 0 || ::stat(moved.c_str(), &renamed) != 0)
        return false;
    // A rename sets the time of the change and not that of the content. Both are the file system's, whatever the clock of the program says.
    const auto of = [](const timespec &time) { return std::pair(time.tv_sec, time.tv_nsec); };
    return of(written.st_mtim) <= of(renamed.st_ctim);
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
    // The database first: without its log it might pass for whole, and rows would be gone without a word.
    for (const char *suffix : {"", "-wal", "-shm"}) {
        if (std::rename((path + suffix).c_str(), (target + suffix).c_str()) != 0 && errno != ENOENT)
            return systemError("the damaged file cannot be set aside", path + suffix, errno);
    }
    return target;
}

std::vector<std::string> setAsideOf(const std::string &path)
{
    std::error_code none;
    std::vector<std::string> found;
    const std::string own = fs::path(path).filename().string();
    for (const auto &entry : fs::directory_iterator(fs::path(path).parent_path(), none)) {
        const std::string name = entry.path().filename().string();
        const bool isOne = name.starts_with(own + kDamagedMark) || name.starts_with(own + kNewerMark);
        const bool isPart = name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with(kReadingMark);
        if (isOne && !isPart && entry.is_regular_file(none))
            found.push_back(path + name.substr(own.size()));
    }
    std::ranges::sort(found, std::greater(), [&](const std::string &name) { return asideAt(name, path); });
    return found;
}

Result<void> finishSetAside(const std::string &path)
{
    const std::vector<std::string> aside = setAsideOf(path);
    std::error_code unknown;
    if (aside.empty() || fs::exists(path, unknown) || fs::exists(aside.front() + "-wal", unknown)
        || !wasWrittenBefore(path + "-wal", aside.front()))
        return {};
    for (const char *suffix : {"-wal", "-shm"})
        if (std::rename((path + suffix).c_str(), (aside.front() + suffix).c_str()) != 0 && errno != ENOENT)
            return systemError("the log of a damaged file cannot be set aside", path + suffix, errno);
    return {};
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
