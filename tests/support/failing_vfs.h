// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <new>

namespace telltale::test {

/// A disk that can be made to fail: an SQLite VFS over the system's own, registered as "failing". While `code` is not SQLITE_OK every
/// write, truncation and sync is refused with it; reading goes on. `failAfter` > 0 lets that many writes pass first.
/// `plan` fails one call of one kind instead: the Nth, or every one from there on.
class FailingVfs {
public:
    static constexpr const char *kName = "failing";
    enum class Call { None, Open, Read, Write, Truncate, Sync, ShmMap, ShmLock };
    struct Plan {
        Call call;
        int nth; ///< 0 = none fails, they are only counted
        bool forEver;
    };
    inline static std::atomic<int> code{SQLITE_OK};
    inline static std::atomic<int> failAfter{0};
    inline static std::atomic<int> writes{0};

    /// `isDefault`: also for whoever names no VFS, until it is called again without.
    static void registerOnce(bool isDefault = false)
    {
        static sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs vfs = make();
        sqlite3_vfs_register(&vfs, isDefault ? 1 : 0);
        if (!isDefault)
            sqlite3_vfs_register(system, 1);
        code = SQLITE_OK;
        failAfter = 0;
        setPlan({Call::None, 0, false});
    }
    static void setPlan(Plan plan)
    {
        s_plan = plan;
        s_seen = 0;
    }
    /// Calls of the planned kind since the plan was set.
    static int seen() { return s_seen; }
    /// Whether syncs reach the real disk: loops of thousands of them need not wait for it.
    inline static std::atomic<bool> syncs{true};

private:
    struct File {
        sqlite3_file base;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };

    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

    inline static Plan s_plan{Call::None, 0, false};
    inline static std::atomic<int> s_seen{0};

    static int codeOf(Call call)
    {
        switch (call) {
        case Call::Open: return SQLITE_CANTOPEN;
        case Call::Read: return SQLITE_IOERR_READ;
        case Call::Write: return SQLITE_IOERR_WRITE;
        case Call::Truncate: return SQLITE_IOERR_TRUNCATE;
        case Call::Sync: return SQLITE_IOERR_FSYNC;
        case Call::ShmMap: return SQLITE_IOERR_SHMMAP;
        case Call::ShmLock: return SQLITE_IOERR_SHMLOCK;
        case Call::None: break;
        }
        return SQLITE_OK;
    }

    static int planned(Call call)
    {
        if (s_plan.call != call)
            return SQLITE_OK;
        const int now = ++s_seen;
        const bool fails = s_plan.nth > 0 && (now == s_plan.nth || (s_plan.forEver && now > s_plan.nth));
        return fails ? codeOf(call) : SQLITE_OK;
    }

    static int refusal(Call call)
    {
        if (const int refused = planned(call); refused != SQLITE_OK)
            return refused;
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
        if (const int refused = planned(Call::Open); refused != SQLITE_OK)
            return refused;
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
            [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) {
                const int refused = planned(Call::Read);
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xRead(real(f), to, n, at);
            },
            [](sqlite3_file *f, const void *from, int n, sqlite3_int64 at) {
                const int refused = refusal(Call::Write);
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xWrite(real(f), from, n, at);
            },
            [](sqlite3_file *f, sqlite3_int64 size) {
                const int refused = refusal(Call::Truncate);
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xTruncate(real(f), size);
            },
            [](sqlite3_file *f, int flags) {
                const int refused = refusal(Call::Sync);
                return refused != SQLITE_OK || !syncs ? refused : real(f)->pMethods->xSync(real(f), flags);
            },
            [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); },
            [](sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); },
            [](sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
            [](sqlite3_file *f, int *held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
            [](sqlite3_file *f, int what, void *arg) { return real(f)->pMethods->xFileControl(real(f), what, arg); },
            [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); },
            [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
            [](sqlite3_file *f, int page, int size, int extend, void volatile **at) {
                const int refused = planned(Call::ShmMap);
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
            },
            [](sqlite3_file *f, int first, int n, int flags) {
                // Giving back never fails: SQLite does not ask.
                const int refused = (flags & SQLITE_SHM_LOCK) != 0 ? planned(Call::ShmLock) : SQLITE_OK;
                return refused != SQLITE_OK ? refused : real(f)->pMethods->xShmLock(real(f), first, n, flags);
            },
            [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); },
            [](sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
            nullptr,
            nullptr,
        };
        return kMethods;
    }
};

} // namespace telltale::test
