// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "core/base/open_file.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace telltale {

namespace {

constexpr int kMostLinks = 40; // as Linux follows

Error failure(const std::string &doing, const std::string &path)
{
    const int number = errno;
    const ErrorKind kind = number == ENOSPC || number == EDQUOT ? ErrorKind::Full : ErrorKind::Io;
    return {kind, "cannot " + doing + ": " + std::generic_category().message(number), path};
}

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

/// A new file in the folder of `path`, with a name of its own for every call; -1 = see errno.
int createBeside(const std::string &path, std::string &name, unsigned rights)
{
    static std::atomic<unsigned> count{0};
    int file = -1;
    do {
        name = path + ".part-" + std::to_string(::getpid()) + '-' + std::to_string(++count);
        file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
    } while (file < 0 && errno == EEXIST); // what a process that died has left
    return file;
}

/// Who might not read the old file must not read the new one.
bool takeOverMode(const std::string &path, int file)
{
    struct stat old {};
    return ::stat(path.c_str(), &old) != 0 || ::fchmod(file, old.st_mode & 07777) == 0;
}

} // namespace

Result<std::string> readWholeFile(const std::string &path, std::size_t most)
{
    std::error_code problem;
    if (!std::filesystem::is_regular_file(path, problem))
        return Error{ErrorKind::NotFound, "no such file", path};
    const auto size = std::filesystem::file_size(path, problem);
    if (!problem && size > most)
        return Error{ErrorKind::OutOfRange, "expected at most " + std::to_string(most) + " bytes, found " + std::to_string(size), path};
    std::ifstream file(path, std::ios::binary);
    std::string bytes(problem ? 0 : static_cast<std::size_t>(size), '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) && !bytes.empty())
        return Error{ErrorKind::Io, "cannot read the file", path};
    return bytes;
}

Result<std::string> replaceableFile(const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code problem;
    fs::path target(path);
    for (int links = 0; fs::is_symlink(target, problem); ++links) {
        if (links == kMostLinks)
            return Error{ErrorKind::Io, "is a link that leads nowhere", path};
        target = target.parent_path() / fs::read_symlink(target, problem);
    }
    const fs::file_status status = fs::status(target, problem);
    if (fs::exists(status) && !fs::is_regular_file(status))
        return Error{ErrorKind::Io, "cannot be replaced: it is no regular file", path};
    return target.string();
}

Result<void> replaceFile(const std::string &path, std::string_view bytes, unsigned rights)
{
    const Result<std::string> target = replaceableFile(path);
    if (!target)
        return target.error();
    std::string beside;
    const int file = createBeside(*target, beside, rights);
    if (file < 0)
        return failure("write the file", path);
    const bool written = takeOverMode(*target, file) && writeAll(file, bytes) && ::fsync(file) == 0;
    const Error error = written ? Error{} : failure("write the file", path);
    ::close(file);
    if (written && std::rename(beside.c_str(), target->c_str()) == 0) {
        syncFolderOf(*target);
        return {};
    }
    const Error renaming = written ? failure("write the file", path) : error;
    ::unlink(beside.c_str());
    return renaming;
}

} // namespace telltale
