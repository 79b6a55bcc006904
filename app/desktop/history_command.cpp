// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/history_command.h"

#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "core/base/clock.h"
#include "core/store/history_archive.h"

#include <cstdio>

namespace telltale::app {

namespace {

bool importOne(const std::string &file, const std::string &folder)
{
    const auto count = store::importHistory(file, folder, SystemClock().utcNow());
    if (!count) {
        complain(kFailure, count.error());
        return false;
    }
    std::printf("%s: %llu samples in %llu stretches taken in; %llu stretches were there already, %llu are damaged and left out\n",
                file.c_str(), static_cast<unsigned long long>(count->samples), static_cast<unsigned long long>(count->chunks),
                static_cast<unsigned long long>(count->known), static_cast<unsigned long long>(count->damaged));
    return count->damaged == 0;
}

} // namespace

int backupCommand(const DesktopOptions &options)
{
    const std::string folder = placesOf(options).dataFolder;
    if (const auto copied = store::backupFolder(folder, options.backupFolder); !copied)
        return complain(kFailure, copied.error());
    std::printf("%s is copied to %s; telltale --data %s opens the copy\n", folder.c_str(), options.backupFolder.c_str(),
                options.backupFolder.c_str());
    return kOk;
}

int importHistoryCommand(const DesktopOptions &options)
{
    const std::string folder = placesOf(options).dataFolder;
    std::size_t good = 0;
    for (const std::string &file : options.archives)
        good += importOne(file, folder) ? 1 : 0;
    return good == options.archives.size() ? kOk : good == 0 ? kFailure : kPartial;
}

} // namespace telltale::app
