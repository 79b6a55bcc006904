// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/replacing_file.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace telltale {

namespace {

/// A rename is lasting only when the folder is synced too; some file systems refuse, and then it is as good as it gets.
void syncFolderOf(const std::string &path)
{
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    static_cast<void>(::fsync(handle));
    ::close(handle);
}

/// With a name of its own for every call; -1 = see errno.
int createBeside(const std::string &path, std::string &name, unsigned rights)
{
    static std::atomic<unsigned> count{0};
    int file = -1;
    do {
        name = path + ".part-" + std::to_string(::getpid()) + '-' + std::to_string(++count);
        file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, rights);
    } while (file < 0 && errno == EEXIST); // what a process that died has left
    return file;
}

/// Who might not read the old file must not read the new one.
bool takeOverMode(const std::string &path, int file)
{
    struct stat old {};
    return ::lstat(path.c_str(), &old) != 0 || !S_ISREG(old.st_mode) || ::fchmod(file, old.st_mode & 07777) == 0;
}

} // namespace

Result<ReplacingFile> ReplacingFile::begin(const std::string &path, unsigned rights)
{
    if (path.find('\0') != std::string::npos)
        return Error{ErrorKind::InvalidArgument, "expected a file name without NUL", path.c_str()};
    ReplacingFile file(path);
    file.m_file = createBeside(path, file.m_beside, rights);
    if (file.m_file < 0)
        file.m_beside.clear();
    if (file.m_file < 0 || !takeOverMode(path, file.m_file))
        return file.failure();
    return file;
}

ReplacingFile::ReplacingFile(ReplacingFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_beside(std::exchange(other.m_beside, {}))
    , m_file(std::exchange(other.m_file, -1))
{
}

ReplacingFile::~ReplacingFile()
{
    if (m_file >= 0)
        ::close(m_file);
    if (!m_beside.empty())
        ::unlink(m_beside.c_str());
}

Result<void> ReplacingFile::commit()
{
    if (::fsync(m_file) != 0 || std::rename(m_beside.c_str(), m_path.c_str()) != 0)
        return failure();
    m_beside.clear();
    syncFolderOf(m_path);
    return {};
}

Error ReplacingFile::failure() const
{
    const int number = errno;
    const ErrorKind kind = number == ENOSPC || number == EDQUOT ? ErrorKind::Full : ErrorKind::Io;
    return {kind, "cannot write the file: " + std::generic_category().message(number), m_path};
}

} // namespace telltale
