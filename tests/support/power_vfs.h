// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace telltale::test {

/// A disk that remembers in which order things reached it: an SQLite VFS over the system's own, registered as "power". Afterwards the files
/// can be made as a power cut at any moment could have left them.
/// The model: what was synced stays. Of what was written since the last sync of the same file everything is lost, or any part of it has
/// reached the disk, in any order, torn at sectors of 512 bytes. Names are lasting at once; shared memory is not kept. It does not model
/// disks that lie about a sync. Thread: any.
class PowerVfs {
public:
    static constexpr const char *kName = "power";
    enum class Loss { All, RandomWrites, TornSectors };

    /// Forgets everything; registers the VFS the first time.
    static void begin();
    /// How much has happened; a cut is before the event with this number.
    [[nodiscard]] static std::size_t moment();
    /// Writes the files into a folder as a cut at that moment could have left them.
    static void cut(std::size_t moment, Loss loss, std::mt19937 &random, const std::string &folder);

private:
    enum class What { Write, Truncate, Sync, Delete };
    struct Event {
        std::string file; ///< name without its folder
        What what;
        std::int64_t at = 0; ///< place of a write, length of a truncation
        std::string bytes;
    };
    struct File {
        sqlite3_file base;
        const char *name;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    /// What is on disk for sure, and what may be.
    struct Disk {
        std::string kept;
        std::vector<const Event *> open;
        bool exists = false;
    };

    static sqlite3_vfs make();
    static const sqlite3_io_methods &methods();
    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static void note(Event event);
    static void apply(std::string &content, const Event &event);
    static void reach(std::string &content, const Event &event, Loss loss, std::mt19937 &random);
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }
    static std::string nameOf(sqlite3_file *file);

    inline static std::mutex s_mutex;
    inline static std::vector<Event> s_events;
};

} // namespace telltale::test
