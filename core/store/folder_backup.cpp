// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/folder_backup.h"

#include "core/base/whole_file.h"
#include "core/store/chain_anchor.h"
#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/journal_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <vector>

namespace telltale::store {

namespace fs = std::filesystem;

namespace {

/// Behind the name of what is not a part of the copy yet.
constexpr const char *kPartMark = ".part";
constexpr std::size_t kMostBytes = 1U << 16U; ///< of an anchor or a key: some hundred
constexpr unsigned kPrivate = 0600;

/// What SQLite may have left beside a database that was being written.
constexpr std::array kBeside{"-journal", "-wal", "-shm"};

Result<void> fileError(const std::string &what, const std::string &path)
{
    return Error{errno == ENOSPC ? ErrorKind::Full : ErrorKind::Io, what + ": " + std::generic_category().message(errno), path};
}

/// Names last only when their folder is synced; some file systems refuse, and then it is as good as it gets.
void syncFolder(const std::string &folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    static_cast<void>(::fsync(handle));
    ::close(handle);
}

/// One copy on its way.
class Backup {
public:
    Backup(std::string folder, std::string target) : m_folder(std::move(folder)), m_target(std::move(target)) {}

    Result<void> make()
    {
        if (auto made = makeFolder(m_target); !made)
            return made;
        if (auto begun = begin(); !begun)
            return begun;
        // The anchor before the journal, which may be ahead of it and never behind; keys last: one is there before its first link.
        if (auto copied = copyAnchor(); !copied)
            return copied;
        if (auto copied = copyDatabase(kHistoryName, historySchema()); !copied)
            return copied;
        if (auto copied = copyDatabase(kJournalName, journalSchema()); !copied)
            return copied;
        if (auto copied = copyKeys(); !copied)
            return copied;
        return finish();
    }

private:
    /// Refuses what is there already, unless an interrupted copy has left it: that has the part of a journal, and no journal.
    Result<void> begin()
    {
        std::error_code unknown;
        const std::string journal = m_target + kJournalName;
        const bool isAgain = fs::exists(journal + kPartMark, unknown) && !fs::exists(journal, unknown);
        for (const char *name : {kJournalName, kHistoryName, kAnchorName, kKeyName})
            if (!isAgain && fs::exists(fs::symlink_status(m_target + name, unknown)))
                return Error{ErrorKind::InvalidArgument, "there is something already: a backup overwrites nothing", m_target + name};
        return makePrivateFile(journal + kPartMark);
    }

    Result<void> copyAnchor()
    {
        std::error_code unknown;
        if (!fs::exists(m_folder + kAnchorName, unknown))
            return {}; // the journal is older than its chain, or that has been said already
        return copySmall(kAnchorName);
    }

    Result<void> copyKeys()
    {
        std::error_code none;
        std::vector<std::string> names;
        for (const auto &entry : fs::directory_iterator(m_folder + kKeyFolder, none))
            if (entry.path().extension() == kKeyEnding)
                names.push_back(std::string(kKeyFolder) + '/' + entry.path().filename().string());
        if (auto made = names.empty() ? Result<void>() : makeFolder(m_target + kKeyFolder); !made)
            return made;
        for (const std::string &name : names)
            if (auto copied = copySmall(name); !copied)
                return copied;
        return {};
    }

    Result<void> copySmall(const std::string &name)
    {
        auto text = readWholeFile(m_folder + name, kMostBytes);
        if (!text)
            return text.error();
        std::error_code none;
        fs::remove(m_target + name + kPartMark, none); // the rights of an old one would stay
        m_names.push_back(name);
        auto written = replaceFile(m_target + name + kPartMark, *text, kPrivate);
        sodium_memzero(text->data(), text->size());
        return written;
    }

    Result<void> copyDatabase(const std::string &name, const Schema &schema)
    {
        const auto file = openForReading(m_folder + name, schema);
        if (!file)
            return file.error();
        const std::string part = m_target + name + kPartMark;
        if (auto emptied = makeEmpty(part); !emptied)
            return emptied;
        m_names.push_back(name);
        return file->database.copyTo(part);
    }

    static Result<void> makeEmpty(const std::string &part)
    {
        std::error_code failed;
        for (const char *suffix : kBeside)
            fs::remove(part + suffix, failed);
        if (auto made = makePrivateFile(part); !made)
            return made;
        fs::resize_file(part, 0, failed);
        return failed ? Result<void>(Error{ErrorKind::Io, "cannot be emptied: " + failed.message(), part}) : Result<void>();
    }

    /// Everything is there: now it gets its names, the journal last of all.
    Result<void> finish()
    {
        std::stable_partition(m_names.begin(), m_names.end(), [](const std::string &name) { return name != kJournalName; });
        for (const std::string &name : m_names)
            if (std::rename((m_target + name + kPartMark).c_str(), (m_target + name).c_str()) != 0)
                return fileError("the copy cannot be named", m_target + name);
        syncFolder(m_target + kKeyFolder);
        syncFolder(m_target);
        return {};
    }

    std::string m_folder;
    std::string m_target;
    std::vector<std::string> m_names; ///< below both folders
};

} // namespace

Result<void> backupFolder(const std::string &folder, const std::string &target)
{
    return Backup(folder, target).make();
}

} // namespace telltale::store
