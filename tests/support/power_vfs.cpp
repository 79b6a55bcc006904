// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/power_vfs.h"

#include <algorithm>
#include <fstream>
#include <new>

namespace telltale::test {

namespace {

constexpr std::size_t kSectorBytes = 512;

std::string fileName(const char *path)
{
    const std::string whole = path == nullptr ? "" : path;
    return whole.substr(whole.rfind('/') + 1);
}

bool chance(std::mt19937 &random)
{
    return (random() & 1U) != 0;
}

} // namespace

void PowerVfs::begin()
{
    static sqlite3_vfs vfs = make();
    sqlite3_vfs_register(&vfs, 0);
    const std::lock_guard guard(s_mutex);
    s_events.clear();
}

std::size_t PowerVfs::moment()
{
    const std::lock_guard guard(s_mutex);
    return s_events.size();
}

void PowerVfs::note(Event event)
{
    const std::lock_guard guard(s_mutex);
    s_events.push_back(std::move(event));
}

std::string PowerVfs::nameOf(sqlite3_file *file)
{
    return fileName(reinterpret_cast<File *>(file)->name);
}

void PowerVfs::apply(std::string &content, const Event &event)
{
    const auto at = static_cast<std::size_t>(event.at);
    if (event.what == What::Truncate) {
        content.resize(at);
        return;
    }
    content.resize(std::max(content.size(), at + event.bytes.size()));
    content.replace(at, event.bytes.size(), event.bytes);
}

/// One event that no sync has followed.
void PowerVfs::reach(std::string &content, const Event &event, Loss loss, std::mt19937 &random)
{
    if (loss == Loss::All)
        return;
    if (loss == Loss::RandomWrites || event.what == What::Truncate) {
        if (chance(random))
            apply(content, event);
        return;
    }
    for (std::size_t begin = 0; begin < event.bytes.size(); begin += kSectorBytes)
        if (chance(random))
            apply(content, {event.file, What::Write, event.at + std::int64_t(begin), event.bytes.substr(begin, kSectorBytes)});
}

void PowerVfs::cut(std::size_t moment, Loss loss, std::mt19937 &random, const std::string &folder)
{
    const std::lock_guard guard(s_mutex);
    std::map<std::string, Disk> disks;
    for (std::size_t i = 0; i < moment; ++i) {
        const Event &event = s_events[i];
        Disk &disk = disks[event.file];
        if (event.what == What::Delete) {
            disk = {};
            continue;
        }
        disk.exists = true;
        if (event.what != What::Sync) {
            disk.open.push_back(&event);
            continue;
        }
        for (const Event *each : disk.open)
            apply(disk.kept, *each);
        disk.open.clear();
    }
    for (auto &[name, disk] : disks) {
        if (!disk.exists)
            continue;
        std::shuffle(disk.open.begin(), disk.open.end(), random);
        for (const Event *each : disk.open)
            reach(disk.kept, *each, loss, random);
        std::ofstream(folder + '/' + name, std::ios::binary | std::ios::trunc).write(disk.kept.data(), std::streamsize(disk.kept.size()));
    }
}

sqlite3_vfs PowerVfs::make()
{
    sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    sqlite3_vfs vfs = *system;
    vfs.zName = kName;
    vfs.pNext = nullptr;
    vfs.pAppData = system;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    return vfs;
}

int PowerVfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *mine = new (file) File{};
    auto *system = static_cast<sqlite3_vfs *>(vfs->pAppData);
    const int opened = system->xOpen(system, name, mine->real(), flags, outFlags);
    mine->base.pMethods = mine->real()->pMethods != nullptr ? &methods() : nullptr;
    mine->name = name;
    return opened;
}

int PowerVfs::remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    note({fileName(name), What::Delete, 0, {}});
    auto *system = static_cast<sqlite3_vfs *>(vfs->pAppData);
    return system->xDelete(system, name, syncFolder);
}

const sqlite3_io_methods &PowerVfs::methods()
{
    static const sqlite3_io_methods kMethods{
        2,
        [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); },
        [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
        [](sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
            note({nameOf(f), What::Write, at, std::string(static_cast<const char *>(from), std::size_t(n))});
            return real(f)->pMethods->xWrite(real(f), from, n, at);
        },
        [](sqlite3_file *f, sqlite3_int64 size) {
            note({nameOf(f), What::Truncate, size, {}});
            return real(f)->pMethods->xTruncate(real(f), size);
        },
        // The real disk may take its time: what counts is in the events.
        [](sqlite3_file *f, int) {
            note({nameOf(f), What::Sync, 0, {}});
            return SQLITE_OK;
        },
        [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); },
        [](sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); },
        [](sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
        [](sqlite3_file *f, int *held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
        [](sqlite3_file *f, int what, void *arg) { return real(f)->pMethods->xFileControl(real(f), what, arg); },
        [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
        [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file *f, int page, int size, int extend, void volatile **at) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
        },
        [](sqlite3_file *f, int first, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), first, n, flags); },
        [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
        [](sqlite3_file *f, int drop) { return real(f)->pMethods->xShmUnmap(real(f), drop); },
        nullptr,
        nullptr,
    };
    return kMethods;
}

} // namespace telltale::test
