// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_key.h"

#include "core/base/sha256.h"
#include "core/base/whole_file.h"
#include "core/store/data_folder.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

// The file is "telltale-journal-key 1 <time of its making, ns since 1970> <64 hex digits>\n".
constexpr std::string_view kFormat = "telltale-journal-key 1 ";
constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kIdDigits = 16;

std::string hex(const unsigned char *bytes, std::size_t count)
{
    std::string text(2 * count + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

Error fileError(const std::string &what, const std::string &path)
{
    return {errno == ENOSPC ? ErrorKind::Full : ErrorKind::Io, what + ": " + std::generic_category().message(errno), path};
}

/// Whoever can read the key can write links.
Result<void> checkRights(const std::string &path)
{
    struct stat rights {};
    if (::stat(path.c_str(), &rights) != 0)
        return fileError("the key of the journal cannot be looked at", path);
    if ((rights.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{ErrorKind::ReadOnly, "others than its owner may use the key of the journal: make it private (chmod 600)", path};
    return {};
}

Result<JournalKey> readKey(const std::string &path)
{
    if (auto rights = checkRights(path); !rights)
        return rights.error();
    auto text = readWholeFile(path, kMostBytes);
    auto key = text ? JournalKey::fromText(*text) : Result<JournalKey>(text.error());
    if (text)
        sodium_memzero(text->data(), text->size());
    if (key)
        return key;
    Error error = key.error();
    error.where = path;
    return error;
}

/// All of it or nothing, and never readable for others, not even for a moment.
Result<void> writeKey(const std::string &path, const JournalKey &key)
{
    const std::string beside = path + ".part-" + std::to_string(::getpid());
    ::unlink(beside.c_str());
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return fileError("the key of the journal cannot be made", path);
    std::string text = key.text();
    const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    const bool kept = written && std::rename(beside.c_str(), path.c_str()) == 0;
    const Error error = kept ? Error{} : fileError("the key of the journal cannot be made", path);
    sodium_memzero(text.data(), text.size());
    ::close(file);
    if (kept)
        return {};
    ::unlink(beside.c_str());
    return error;
}

FoundKey notKept(UtcTime now, const Error &why)
{
    return {JournalKey::random(now), false, why.text()};
}

} // namespace

std::string hexOf(const ChainHash &hash)
{
    return hex(hash.data(), hash.size());
}

bool hashFromHex(std::string_view text, ChainHash &hash)
{
    std::size_t length = 0;
    return sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0 && length == hash.size();
}

JournalKey::JournalKey(const std::array<unsigned char, 32> &secret, UtcTime made)
    : m_secret(secret)
    , m_made(made)
    , m_id(hexOf(sign("telltale journal key")).substr(0, kIdDigits))
{
}

JournalKey::~JournalKey()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

JournalKey JournalKey::random(UtcTime made)
{
    std::array<unsigned char, crypto_auth_hmacsha256_KEYBYTES> secret{};
    crypto_auth_hmacsha256_keygen(secret.data());
    JournalKey key(secret, made);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

Result<JournalKey> JournalKey::fromText(std::string_view text)
{
    const Error wrong{ErrorKind::BadFormat, "is no key of a journal", {}};
    const std::size_t space = text.find(' ', kFormat.size());
    if (!text.starts_with(kFormat) || space == std::string_view::npos)
        return wrong;
    std::int64_t made = 0;
    const bool dated = std::from_chars(text.data() + kFormat.size(), text.data() + space, made).ptr == text.data() + space;
    std::array<unsigned char, crypto_auth_hmacsha256_KEYBYTES> secret{};
    std::size_t length = 0;
    const bool read =
        sodium_hex2bin(secret.data(), secret.size(), text.data() + space + 1, text.size() - space - 1, "\n", &length, nullptr) == 0;
    if (!dated || !read || length != secret.size())
        return wrong;
    JournalKey key(secret, fromNanos(made));
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string JournalKey::text() const
{
    return std::string(kFormat) + std::to_string(toNanos(m_made)) + ' ' + hex(m_secret.data(), m_secret.size()) + '\n';
}

ChainHash JournalKey::sign(std::string_view bytes) const
{
    ChainHash hash;
    crypto_auth_hmacsha256(hash.data(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), m_secret.data());
    return hash;
}

FoundKey keyForWriting(const std::string &folder, UtcTime now)
{
    const std::string path = folder + kKeyName;
    if (auto made = makeFolder(folder + kKeyFolder); !made)
        return notKept(now, made.error());
    std::error_code unknown;
    if (fs::symlink_status(path, unknown).type() != fs::file_type::not_found) {
        auto key = readKey(path);
        return key ? FoundKey{std::move(*key), false, {}} : notKept(now, key.error());
    }
    FoundKey fresh{JournalKey::random(now), true, {}};
    const auto written = writeKey(path, fresh.key);
    return written ? fresh : notKept(now, written.error());
}

std::vector<JournalKey> keysForChecking(const std::string &folder, std::vector<std::string> &problems)
{
    std::vector<std::string> paths;
    std::error_code none;
    for (const auto &entry : fs::directory_iterator(folder + kKeyFolder, none))
        if (entry.path().extension() == kKeyEnding)
            paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<JournalKey> keys;
    for (const std::string &path : paths) {
        auto key = readKey(path);
        if (key)
            keys.push_back(std::move(*key));
        else
            problems.push_back(key.error().text());
    }
    return keys;
}

} // namespace telltale::store
