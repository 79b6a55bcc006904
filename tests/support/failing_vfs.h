// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <new>

namespace telltale::test {

/// A disk that can be made to fail: an SQLite VFS over the system's own, registered as "failing". While `code` is not SQLITE_OK every
/// write, truncation and sync is refused with it; reading goes on. `failAfter` > 0 lets that many writes pass first.
class FailingVfs {
public:
    static constexpr const char *kName = "failing";
    inline static std::atomic<int> code{SQLITE_OK};
    inline static std::atomic<int> failAfter{0};
    inline static std::atomic<int> writes{0};

    static void registerOnce()
    {
        static sqlite3_vfs vfs = make();
        sqlite3_vfs_register(&vfs, 0);
        code = SQLITE_OK;
        failAfter = 0;
    }

private:
    struct File {
        sqlite3_file base;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

    static int refusal()
    {
        ++writes;
        if (failAfter > 0 && failAfter-- > 0)
            return SQLITE_OK;
        return code;
    }

    static sqlite3_vfs make()
    {
        sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
        sqlite3_vfs vfs = *system;
        vfs.zName = kName;
        vfs.pNext = nullptr;
        vfs.pAppData = system;
        vfs.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
        vfs.xOpen = open;
        return vfs;
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        auto *mine = new (file) File{};
        const auto *system = static_cast<sqlite3_vfs *>(vfs->pAppData);
        const int opened = system->xOpen(const_cast<sqlite3_vfs *>(system), name, mine->real(), flags, outFlags);
        mine->base.pMethods = mine->real()->pMethods != nullptr ? &methods() : nullptr;
        return opened;
    }

    static const sqlite3_io_methods &methods()
    {
        static const sqlite3_io_methods kMethods{
            2,
            [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); },
            [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
            [](sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
                const int refused = refusal();
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xWrite(real(f), from, n, at);
            },
            [](sqlite3_file *f, sqlite3_int64 size) {
                const int refused = refusal();
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xTruncate(real(f), size);
            },
            [](sqlite3_file *f, int flags) {
                const int refused = refusal();
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xSync(real(f), flags);
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
            [](sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
            nullptr,
            nullptr,
        };
        return kMethods;
    }
};

} // namespace telltale::test
