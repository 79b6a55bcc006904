// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/pulse.h"
#include "core/base/result.h"
#include "core/model/retention.h"
#include "core/model/snapshot.h"
#include "core/store/store_job.h"

#include <atomic>
#include <memory>
#include <string>

namespace telltale::store {

/// The one writer of a data folder: journal.db (alarms, audit; synchronous=FULL) and history.db (samples; NORMAL), on a thread of its own
/// (T3). A transition and its occurrence share a transaction; waiting ones are committed together. Jobs are taken in order and never
/// dropped while the queue (10,000 transitions) has room; when the disk is full they wait, in order, and are written when space returns.
/// Before that the ballast is given up: then only the journal is written, and samples wait until there is room for a new one.
/// Errors: `open` fails with Io when the folder cannot be made or written, and gives a writer whose state()
/// is ReadOnly when another process holds the lock or that was asked for. A writer that is ReadOnly accepts and ignores jobs. Thread:
/// submit from any, blocks when full. Samples: tails are on disk within 5 s; while the disk fails, the oldest sealed chunks beyond 1,000
/// are dropped and counted. A damaged database is set aside as "<name>.damaged-<UTC>" (one of a newer Telltale as ".newer-") and a new one
/// begun, into which the rows of a journal are copied as far as they can be read; notice() and the log say so.
class StoreWriter {
public:
    struct Settings {
        std::string folder;
        std::size_t queueCapacity = 10'000;      ///< journal jobs
        bool readOnly = false;                   ///< touch nothing: ReadOnly from the start
        std::uintmax_t ballastBytes = 8U << 20U; ///< of the disk, kept for alarms and acknowledgements; 0 = none
        PulsePtr pulse = {};                     ///< of the writing thread; may be null
        Retention retention = {};                ///< what of the samples may go, while there is nothing else to do
        std::string vfs = {};                    ///< SQLite VFS of the two databases; empty = the system's own
    };
    static Result<std::unique_ptr<StoreWriter>> open(Settings settings, const Clock &clock, LogSink log = {});
    ~StoreWriter(); ///< closes the queue, drains it, commits, joins

    void submit(StoreJob job);
    /// Ends the thread after everything queued is committed. A disk that stays full (or locked) gets 3 s more; what could not be written by
    /// then is lost, and the log says how much.
    void close();

    /// Every event up to this number is committed.
    [[nodiscard]] EventSeq storedThrough() const;
    [[nodiscard]] JournalState state() const;
    [[nodiscard]] std::string stateDetail() const;
    /// What happened to the journal and stays worth knowing, for instance that a damaged one was set aside; empty when nothing did.
    [[nodiscard]] std::string notice() const;
    /// Why samples are not written although the journal is: a disk that is full; empty when they are.
    [[nodiscard]] std::string shortage() const;
    void remember(const std::string &text); ///< adds to it, and to the log
    [[nodiscard]] std::size_t queued() const;

private:
    struct Room;
    explicit StoreWriter(std::unique_ptr<Room> room);
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::store
