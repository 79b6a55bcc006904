// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history_command.h"

#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "core/base/clock.h"
#include "core/store/folder_backup.h"
#include "core/store/history_archive.h"

#include <array>
#include <cstdio>

namespace telltale::app {

namespace {

/// kOk, kPartial where some of it was damaged, kFailure.
int importOne(const std::string &file, const std::string &folder)
{
    const auto count = store::importHistory(file, folder, SystemClock().utcNow());
    if (!count)
        return complain(kFailure, count.error());
    const std::string unreadable = count->unreadable == 0 ? "" : ", " + std::to_string(count->unreadable) + " or more cannot be read";
    std::printf("%s: %llu samples in %llu stretches taken in; %llu stretches were there already, %llu are damaged and left out%s\n",
                file.c_str(), static_cast<unsigned long long>(count->samples), static_cast<unsigned long long>(count->chunks),
                static_cast<unsigned long long>(count->known), static_cast<unsigned long long>(count->damaged), unreadable.c_str());
    return count->damaged == 0 && count->unreadable == 0 ? kOk : kPartial;
}

} // namespace

int backupCommand(const DesktopOptions &options)
{
    const std::string folder = placesOf(options).dataFolder;
    if (const auto copied = store::backupFolder(folder, options.backupFolder); !copied)
        return complain(kFailure, copied.error());
    std::printf("%s is copied to %s, with the key of its journal: keep it as safely; telltale --data %s opens the copy\n", folder.c_str(),
                options.backupFolder.c_str(), options.backupFolder.c_str());
    return kOk;
}

int importHistoryCommand(const DesktopOptions &options)
{
    const std::string folder = placesOf(options).dataFolder;
    std::array<std::size_t, kPartial + 1> ends{};
    for (const std::string &file : options.archives)
        ++ends[std::size_t(importOne(file, folder))];
    return ends[kOk] == options.archives.size() ? kOk : ends[kFailure] == options.archives.size() ? kFailure : kPartial;
}

} // namespace telltale::app
