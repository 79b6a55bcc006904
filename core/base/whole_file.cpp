// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include "core/base/open_file.h"
#include "core/base/replacing_file.h"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace telltale {

namespace {

constexpr int kMostLinks = 40; // as Linux follows

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
    auto file = ReplacingFile::begin(*target, rights);
    Result<void> written = file ? Result<void>() : file.error();
    if (file)
        written = writeAll(file->descriptor(), bytes) ? file->commit() : file->failure();
    if (written)
        return written;
    return Error{written.error().kind, written.error().what, path}; // the name that was asked for, not where it leads
}

} // namespace telltale
