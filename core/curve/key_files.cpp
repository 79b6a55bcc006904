// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curve/key_files.h"

#include "core/base/log.h"
#include "core/base/open_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sodium.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace telltale::curve {

namespace {

constexpr std::size_t kMostBytes = 4096;
constexpr mode_t kOwnersOnly = 0600;
constexpr mode_t kForAll = 0644;
constexpr mode_t kOthers = 077;
constexpr std::string_view kSecretEnding = ".secret";
constexpr std::string_view kPublicEnding = ".public";
constexpr std::string_view kRemark = "# Telltale: a secret CURVE key. Whoever has it can pass for its owner: give it to nobody.\n";

Error failure(const char *doing, const std::string &path)
{
    const int number = errno;
    const ErrorKind kind = number == ENOSPC || number == EDQUOT ? ErrorKind::Full : number == EEXIST ? ErrorKind::Busy : ErrorKind::Io;
    return {kind, std::string(doing) + ": " + std::generic_category().message(number), path};
}

/// Bytes that are wiped.
struct Secret {
    std::array<char, kMostBytes + 1> bytes{};
    std::size_t size = 0;

    Secret() = default;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
    void append(std::string_view text)
    {
        std::copy(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        size += text.size();
    }
    [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
};

std::string octal(mode_t mode)
{
    std::string digits;
    for (int shift = 6; shift >= 0; shift -= 3)
        digits += static_cast<char>('0' + ((mode >> shift) & 7));
    return '0' + digits;
}

/// As ssh does with its keys.
Result<void> checkIsPrivate(int file, const std::string &path)
{
    struct stat status {};
    if (::fstat(file, &status) != 0)
        return failure("cannot be read", path);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::Io, "expected a file with a secret key, found something else", path};
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return Error{ErrorKind::ReadOnly, "expected a secret key of this login's own, found one that belongs to somebody else", path};
    if ((status.st_mode & kOthers) != 0)
        return Error{ErrorKind::ReadOnly,
                     "expected a secret key that nobody but its owner can read (0600), found access rights " + octal(status.st_mode)
                         + ": chmod 600, and make a new one if somebody may have read it",
                     path};
    return {};
}

bool readAll(int file, Secret &content)
{
    while (content.size < content.bytes.size()) {
        const ssize_t got = ::read(file, content.bytes.data() + content.size, content.bytes.size() - content.size);
        if (got == 0)
            return true;
        if (got < 0 && errno != EINTR)
            return false;
        content.size += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return true;
}

bool isRemark(std::string_view line)
{
    return line.empty() || line == "#" || line.starts_with("# ");
}

/// The one line that is no remark.
Result<SecretKey> parse(std::string_view text, const std::string &path)
{
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        if (isRemark(line))
            continue;
        if (auto key = SecretKey::read(line))
            return std::move(*key);
        const std::string found = line.size() == kKeyCharacters ? "one with characters that no key has" : std::to_string(line.size());
        return Error{ErrorKind::BadFormat, "expected a secret key of 40 characters, found " + found, path + ':' + std::to_string(number)};
    }
    return Error{ErrorKind::BadFormat, "expected a secret key, found a file without one", path};
}

/// Only a file that was not there before; what fails leaves none.
Result<void> writeNew(const std::string &path, std::string_view bytes, mode_t mode)
{
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnersOnly));
    if (file.descriptor() < 0)
        return failure("a new file cannot be made", path);
    // Before its content: nobody ever sees one with other rights. The umask may have taken some of them away.
    if (::fchmod(file.descriptor(), mode) == 0 && writeAll(file.descriptor(), bytes) && ::fsync(file.descriptor()) == 0)
        return {};
    const Error error = failure("cannot be written", path);
    ::unlink(path.c_str());
    return error;
}

Result<void> makeFolder(const std::filesystem::path &folder)
{
    std::error_code unknown;
    if (folder.empty() || std::filesystem::is_directory(folder, unknown))
        return {};
    if (auto made = makeFolder(folder.parent_path()); !made)
        return made;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return failure("the folder cannot be made", folder.string());
    return {};
}

Result<void> writeSecret(const std::string &path, const SecretKey &key)
{
    KeyText text{};
    encodeZ85(key.bytes(), text);
    Secret content;
    content.append(kRemark);
    content.append({text.data(), text.size()});
    content.append("\n");
    sodium_memzero(text.data(), text.size());
    return writeNew(path, content.text(), kOwnersOnly);
}

} // namespace

Result<SecretKey> readSecretKey(const std::string &path)
{
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (file.descriptor() < 0 && errno == ENOENT)
        return Error{ErrorKind::NotFound, "expected a file with a secret key, found none (telltale --keygen makes one)", path};
    if (file.descriptor() < 0)
        return failure("cannot be opened", path);
    if (auto checked = checkIsPrivate(file.descriptor(), path); !checked)
        return checked.error();
    Secret content;
    if (!readAll(file.descriptor(), content))
        return failure("cannot be read", path);
    if (content.size > kMostBytes)
        return Error{ErrorKind::BadFormat, "expected a file with a secret key, found more than 4096 bytes", path};
    return parse(content.text(), path);
}

Result<KeyFiles> makeKeyFiles(const std::string &path)
{
    const SecretKey secret = SecretKey::generate();
    KeyFiles files{path, publicFileOf(path), secret.publicKey()};
    if (auto made = makeFolder(std::filesystem::path(path).parent_path()); !made)
        return made.error();
    if (auto written = writeSecret(path, secret); !written)
        return written.error();
    const std::string name = escapeLine(std::filesystem::path(path).stem().string());
    if (auto written = writeNew(files.publicFile, files.key.text() + ' ' + name + '\n', kForAll); !written) {
        ::unlink(path.c_str());
        return written.error();
    }
    return files;
}

std::string publicFileOf(const std::string &path)
{
    const bool named = path.ends_with(kSecretEnding) && path.size() > kSecretEnding.size();
    return path.substr(0, path.size() - (named ? kSecretEnding.size() : 0)) + std::string(kPublicEnding);
}

std::string describe(const KeyFiles &files)
{
    return "secret key:  " + files.secretFile + " (for its owner only; it is not shown)\npublic key:  " + files.key.text()
           + "\n             also in " + files.publicFile + ", as a line for an allow-list\nfingerprint: " + files.key.fingerprint() + '\n';
}

} // namespace telltale::curve
