// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/account_file.h"

#include "core/account/pin.h"
#include "core/base/json_text.h"
#include "core/base/whole_file.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace telltale {

inline std::string_view wordOf(Role role)
{
    return toText(role);
}

namespace account {

template <typename A, Is<Account> X>
void describe(A &a, X &x)
{
    a("name", x.name);
    a("role", x.role);
    a("pinHash", x.pinHash);
}

namespace {

constexpr std::string_view kFormat = "telltale-accounts";
constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 1U << 20U;

struct File {
    std::string format;
    int version = 0;
    Accounts accounts;
};

template <typename A, Is<File> X>
void describe(A &a, X &x)
{
    a("format", x.format);
    a("version", x.version);
    a("accounts", x.accounts);
}

bool byName(const Account &a, const Account &b)
{
    return a.name < b.name;
}

bool isName(const std::string &name)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= kMostNameBytes && name.front() != ' ' && name.back() != ' ' && isUtf8(name)
           && std::none_of(name.begin(), name.end(), isControl);
}

Error damaged(const std::string &path, const std::string &why)
{
    return {ErrorKind::BadFormat, "the accounts file is damaged (" + why + "): nobody can sign in until it is put right", path};
}

Result<Accounts> checked(File file, const std::string &path)
{
    if (file.format != kFormat)
        return damaged(path, "it does not say that it is one");
    if (file.version != kVersion)
        return Error{ErrorKind::Unsupported, "the accounts file is of version " + std::to_string(file.version) + ", this program knows 1",
                     path};
    std::sort(file.accounts.begin(), file.accounts.end(), byName);
    for (const Account &account : file.accounts) {
        if (!isName(account.name) || !isPinHash(account.pinHash))
            return damaged(path, "account \"" + cleanUtf8(account.name) + "\" is not complete");
    }
    const auto same = [](const Account &a, const Account &b) { return a.name == b.name; };
    if (std::adjacent_find(file.accounts.begin(), file.accounts.end(), same) != file.accounts.end())
        return damaged(path, "a name is in it twice");
    return std::move(file.accounts);
}

/// Roles come from whoever owns the file, from nobody else.
Result<void> checkRights(const std::string &path)
{
    struct stat rights {};
    if (::stat(path.c_str(), &rights) != 0)
        return Error{ErrorKind::Io, "cannot look at the accounts file: " + std::generic_category().message(errno), path};
    if ((rights.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return Error{ErrorKind::ReadOnly, "others than its owner may write the accounts file: make it private (chmod 600)", path};
    return {};
}

/// An empty file that only its owner may read, or the old one made so: what replaces it takes its rights over.
Result<void> makePrivate(const std::string &path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool done = file >= 0 && ::fchmod(file, 0600) == 0;
    const int why = errno;
    if (file >= 0)
        ::close(file);
    if (done)
        return {};
    return Error{ErrorKind::Io, "cannot write the accounts file: " + std::generic_category().message(why), path};
}

} // namespace

Result<Accounts> readAccounts(const std::string &path)
{
    std::error_code problem;
    if (!std::filesystem::exists(path, problem) && !problem)
        return Accounts{};
    if (auto rights = checkRights(path); !rights)
        return rights.error();
    auto text = readWholeFile(path, kMostBytes);
    if (!text)
        return text.error();
    auto file = json::fromText<File>(*text);
    if (!file)
        return damaged(path, file.error().text());
    return checked(std::move(*file), path);
}

Result<void> writeAccounts(const std::string &path, const Accounts &accounts)
{
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code failed;
    if (!folder.empty())
        std::filesystem::create_directories(folder, failed);
    const std::string text = json::toText(File{std::string(kFormat), kVersion, accounts}) + '\n';
    const bool isNew = !std::filesystem::exists(path, failed);
    if (auto made = makePrivate(path); !made)
        return made;
    auto written = replaceFile(path, text);
    if (!written && isNew)
        ::unlink(path.c_str()); // an empty file would be a damaged one
    return written;
}

Result<void> addAccount(const std::string &path, const std::string &name, Role role, const std::string &pin)
{
    if (!isName(name))
        return Error{ErrorKind::InvalidArgument, "a name has 1 to 64 bytes, no line breaks, and no space at its ends", name};
    auto accounts = readAccounts(path);
    if (!accounts)
        return accounts.error();
    auto hash = hashPin(pin);
    if (!hash)
        return hash.error();
    std::erase_if(*accounts, [&](const Account &account) { return account.name == name; });
    accounts->push_back({name, role, *hash});
    std::sort(accounts->begin(), accounts->end(), byName);
    return writeAccounts(path, *accounts);
}

Result<void> removeAccount(const std::string &path, const std::string &name)
{
    auto accounts = readAccounts(path);
    if (!accounts)
        return accounts.error();
    if (std::erase_if(*accounts, [&](const Account &account) { return account.name == name; }) == 0)
        return Error{ErrorKind::NotFound, "there is no account of this name", name};
    return writeAccounts(path, *accounts);
}

bool readRole(const std::string &word, Role &role)
{
    return readWord(word, role);
}

} // namespace account
} // namespace telltale
