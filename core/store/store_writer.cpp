// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_writer.h"

#include "core/base/thread_name.h"
#include "core/store/backlog.h"
#include "core/store/ballast.h"
#include "core/store/chain_anchor.h"
#include "core/store/data_folder.h"
#include "core/store/history_keeper.h"
#include "core/store/journal_opening.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

namespace telltale::store {

using std::chrono::milliseconds;

namespace {

constexpr std::size_t kGroup = 512; ///< journal jobs in one commit
constexpr milliseconds kFirstPause{250};
constexpr milliseconds kLongestPause{1000};
constexpr milliseconds kPatienceAtClose{3000};

/// The sentence behind "nothing is being written".
std::string reasonOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Full: return "the disk is full";
    case ErrorKind::Busy: return "another program keeps the database locked";
    case ErrorKind::ReadOnly: return "the database may not be written any more";
    case ErrorKind::Corrupt: return "the database is damaged: " + error.what;
    default: return "the disk reports an error: " + error.what;
    }
}

} // namespace

struct StoreWriter::Room {
    Room(Settings settings_, const Clock &clock_, LogSink log_)
        : settings(std::move(settings_))
        , clock(clock_)
        , log(std::move(log_))
        , history(
              {settings.folder, settings.vfs, settings.retention}, clock_, [this](const std::string &text) { remember(text); },
              [this](const std::string &text) { noteUpkeep(text); })
        , ballast(settings.folder + kBallastName, settings.ballastBytes)
        , backlog(settings.queueCapacity, clock_)
    {
    }

    // Made before the thread starts, or used by it alone.
    const Settings settings;
    const Clock &clock;
    const LogSink log;
    std::optional<FolderLock> lock;
    std::optional<JournalFile> journal;
    std::string journalDamage;          ///< what writing has found wrong with the one that was open
    std::optional<AnchorKeeper> anchor; ///< of `journal`
    bool anchorFails = false;
    HistoryKeeper history;
    Ballast ballast;
    bool onReserve = false; ///< the ballast was given up: what room there is belongs to the journal
    std::string upkeepFailure;
    std::size_t group = kGroup;
    std::size_t reportedDrops = 0;

    // Shared.
    Backlog backlog;
    std::thread thread;
    std::atomic<EventSeq> storedThrough{0};
    std::atomic<JournalState> state{JournalState::Writing};
    std::mutex textMutex;
    std::string failure;  ///< why nothing is written; empty while Writing
    std::string shortage; ///< why samples are not written, while the journal is
    std::string notice;   ///< what happened once and stays worth knowing
    std::mutex closeMutex;

    void say(LogLevel level, const std::string &text) const
    {
        if (log)
            log(level, "store", escapeLine(text, 500));
    }

    Result<void> openFiles();
    Result<void> openJournal();
    void keepAnchor(bool now);
    void remember(const std::string &text);
    void work();
    bool waitForWork(bool otherWork);
    bool writeOnce();
    bool tend();
    void noteUpkeep(const std::string &text);
    Result<void> writeJournal();
    bool makeRoom(const Error &error);
    void leaveReserve();
    Result<void> writeHistory();
    void committed(std::span<const StoreJob *const> jobs);
    bool stepAround(const Error &error, std::span<const StoreJob *const> jobs);
    void setFailure(const Error *error);
    void setShortage(const Error *error);
    void reportDrops();
};

void StoreWriter::Room::remember(const std::string &text)
{
    say(LogLevel::Warning, text);
    const std::lock_guard guard(textMutex);
    notice += (notice.empty() ? "" : "; ") + text;
}

Result<void> StoreWriter::Room::openJournal()
{
    if (journal)
        return {};
    auto opened = store::openJournal(settings.folder, settings.vfs, clock.utcNow(), journalDamage);
    if (!opened)
        return opened.error();
    const auto last = opened->file.lastSeq();
    if (!last)
        return last.error();
    if (!opened->notice.empty())
        remember(opened->notice);
    storedThrough = std::max(storedThrough.load(), *last);
    journal.emplace(std::move(opened->file));
    anchor.emplace(settings.folder, opened->key, clock);
    keepAnchor(true);
    return {};
}

void StoreWriter::Room::keepAnchor(bool now)
{
    if (!journal)
        return;
    const auto kept = now ? anchor->keepNow(journal->head()) : anchor->keep(journal->head());
    if (!kept && !std::exchange(anchorFails, true))
        say(LogLevel::Error, "the journal's anchor cannot be written: " + kept.error().text());
    if (kept && std::exchange(anchorFails, false))
        say(LogLevel::Note, "the journal's anchor is written again");
    if (now && kept)
        say(LogLevel::Note, "the journal's chain ends with head " + toText(journal->head()));
}

Result<void> StoreWriter::Room::openFiles()
{
    auto opened = openJournal();
    auto second = history.open();
    return opened ? std::move(second) : std::move(opened);
}

/// T3. Everything is tried again until it succeeds; only closing ends the patience.
void StoreWriter::Room::work()
{
    milliseconds pause = kFirstPause;
    milliseconds patience = kPatienceAtClose;
    bool working = journal && history.isOpen();
    bool tending = working;
    beat(settings.pulse);
    while (!working || waitForWork(tending)) {
        beat(settings.pulse);
        working = writeOnce();
        if (working) {
            pause = kFirstPause;
            tending = !backlog.closed() && tend();
            continue;
        }
        const bool closing = backlog.closed();
        if (closing && (patience <= milliseconds::zero() || backlog.size() == 0))
            break;
        rest(settings.pulse);
        backlog.pause(closing ? kFirstPause : pause);
        patience -= closing ? kFirstPause : milliseconds::zero();
        pause = state == JournalState::Writing ? kFirstPause : std::min(2 * pause, kLongestPause); // who acknowledges waits for this
    }
    rest(settings.pulse);
    keepAnchor(true);
    if (const std::size_t lost = backlog.size(); lost > 0)
        say(LogLevel::Error, std::to_string(lost) + " entries could not be written before the end: they are lost");
    journal.reset();
    history.close();
}

bool StoreWriter::Room::waitForWork(bool otherWork)
{
    return backlog.waitForWork(otherWork, [this] { beat(settings.pulse); });
}

bool StoreWriter::Room::writeOnce()
{
    const auto journalWritten = writeJournal();
    if (journalWritten)
        leaveReserve();
    const auto historyWritten = writeHistory();
    const Error *error = !journalWritten ? &journalWritten.error() : !historyWritten ? &historyWritten.error() : nullptr;
    // Room for the journal is room for acknowledgements: that samples wait is told apart.
    const bool isShort = journalWritten && error != nullptr && error->kind == ErrorKind::Full;
    setFailure(isShort ? nullptr : error);
    setShortage(isShort ? error : nullptr);
    backlog.setFailing(error != nullptr);
    keepAnchor(false);
    if (error == nullptr)
        reportDrops();
    return error == nullptr;
}

/// True when there is more to tend to.
bool StoreWriter::Room::tend()
{
    const auto more = history.tend();
    if (more) {
        upkeepFailure.clear();
        return *more;
    }
    if (more.error().text() != upkeepFailure)
        say(LogLevel::Warning, "the history cannot be tended: " + more.error().text());
    upkeepFailure = more.error().text();
    return false;
}

void StoreWriter::Room::noteUpkeep(const std::string &text)
{
    say(LogLevel::Note, text);
    backlog.submitOwn(SaveAudit{clock.utcNow(), {"system", {}, {}}, "history", text});
}

Result<void> StoreWriter::Room::writeJournal()
{
    while (true) {
        const auto jobs = backlog.journalBatch(group);
        auto written = openJournal();
        if (!written && makeRoom(written.error()))
            continue;
        if (jobs.empty())
            return written;
        if (written)
            written = journal->write(jobs);
        if (written) {
            committed(jobs);
            group = kGroup;
        } else if (!makeRoom(written.error()) && (!journal || !stepAround(written.error(), jobs))) {
            return written;
        }
    }
}

void StoreWriter::Room::committed(std::span<const StoreJob *const> jobs)
{
    EventSeq newest = storedThrough;
    for (const StoreJob *job : jobs) {
        if (const auto *transition = std::get_if<SaveTransition>(job))
            newest = std::max(newest, transition->event.seq);
        else if (const auto *logbook = std::get_if<SaveLogbook>(job))
            newest = std::max(newest, logbook->entry.seq);
    }
    backlog.journalDone(jobs.size());
    storedThrough = newest;
}

/// A job that can never be written must not hold up the others for ever: what stands before it is written first, then it is passed over.
/// True when there is something to try at once.
bool StoreWriter::Room::stepAround(const Error &error, std::span<const StoreJob *const> jobs)
{
    if (error.kind == ErrorKind::Corrupt) {
        journal->leaveAsItIs();
        journal.reset();
        journalDamage = error.what;
    }
    if (error.kind != ErrorKind::InvalidArgument || journal->failedAt() >= jobs.size())
        return false;
    group = std::max<std::size_t>(journal->failedAt(), 1);
    if (journal->failedAt() > 0)
        return true;
    remember("an entry was refused by the journal and is not stored: " + error.what);
    backlog.journalDone(1);
    return true;
}

/// True when there is more room than before.
bool StoreWriter::Room::makeRoom(const Error &error)
{
    if (error.kind != ErrorKind::Full || !ballast.giveUp())
        return false;
    onReserve = true;
    say(LogLevel::Warning, "the disk is full: the ballast was given up, alarms and acknowledgements are written on");
    return true;
}

void StoreWriter::Room::leaveReserve()
{
    ballast.make();
    onReserve = onReserve && !ballast.held();
}

Result<void> StoreWriter::Room::writeHistory()
{
    if (onReserve)
        return Error{ErrorKind::Full, "what room there is belongs to the journal", {}};
    HistoryBatch batch = backlog.takeHistory();
    if (batch.empty())
        return history.open();
    std::size_t refused = 0;
    bool journalGoes = true;
    // An operator who acknowledges waits for the journal, and must not wait for the samples of ten thousand sensors.
    const auto between = [&] {
        beat(settings.pulse);
        journalGoes = journalGoes && writeJournal().ok();
    };
    const auto written = history.write(batch, refused, between);
    if (refused > 0)
        say(LogLevel::Error, std::to_string(refused) + " chunks of samples of an impossible shape are not stored");
    if (written)
        return {};
    backlog.putBack(std::move(batch));
    return written;
}

void StoreWriter::Room::setFailure(const Error *error)
{
    const std::string reason = error != nullptr ? reasonOf(*error) : "";
    {
        const std::lock_guard guard(textMutex);
        if (failure == reason)
            return;
        failure = reason;
    }
    state = error != nullptr ? JournalState::Failing : JournalState::Writing;
    if (error != nullptr)
        say(LogLevel::Error, "not writing: " + reason + " [" + error->text() + "]");
    else
        say(LogLevel::Note, "writing again");
}

void StoreWriter::Room::setShortage(const Error *error)
{
    const std::string text = error == nullptr ? "" : "the disk is full: readings wait in memory, alarms and acknowledgements are written";
    const std::lock_guard guard(textMutex);
    if (shortage == text)
        return;
    shortage = text;
    say(error != nullptr ? LogLevel::Error : LogLevel::Note, error != nullptr ? text : "readings are written again");
}

void StoreWriter::Room::reportDrops()
{
    const std::size_t dropped = backlog.droppedChunks();
    if (dropped == reportedDrops)
        return;
    const std::string text = std::to_string(dropped - reportedDrops) + " chunks of samples were lost while nothing could be written";
    reportedDrops = dropped;
    remember(text);
    backlog.submitOwn(SaveAudit{clock.utcNow(), {"system", {}, {}}, "samples lost", text});
}

Result<std::unique_ptr<StoreWriter>> StoreWriter::open(Settings settings, const Clock &clock, LogSink log)
{
    const bool readOnly = settings.readOnly;
    if (auto made = readOnly ? Result<void>{} : makeFolder(settings.folder); !made)
        return made.error();
    auto room = std::make_unique<Room>(std::move(settings), clock, std::move(log));
    if (readOnly) {
        room->state = JournalState::ReadOnly;
        room->remember("started with --readonly");
        return std::unique_ptr<StoreWriter>(new StoreWriter(std::move(room)));
    }
    auto lock = FolderLock::take(room->settings.folder);
    if (!lock && lock.error().kind != ErrorKind::Busy)
        return lock.error();
    if (!lock) {
        room->state = JournalState::ReadOnly;
        room->remember(lock.error().what);
        return std::unique_ptr<StoreWriter>(new StoreWriter(std::move(room)));
    }
    room->lock.emplace(std::move(*lock));
    auto opened = room->openFiles();
    if (!opened && room->makeRoom(opened.error()))
        opened = room->openJournal();
    if (!opened) {
        // A full or locked disk may recover, so the writer starts and keeps trying; the rest would not.
        const Error &error = opened.error();
        const bool mayRecover = error.kind == ErrorKind::Full || error.kind == ErrorKind::Busy || error.kind == ErrorKind::ReadOnly
                                || (error.kind == ErrorKind::Io && error.where.empty());
        if (!mayRecover)
            return error;
        room->setFailure(&error);
    }
    room->thread = std::thread([inside = room.get()] {
        nameThread("store");
        inside->work();
    });
    return std::unique_ptr<StoreWriter>(new StoreWriter(std::move(room)));
}

StoreWriter::StoreWriter(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

StoreWriter::~StoreWriter()
{
    close();
}

void StoreWriter::submit(StoreJob job)
{
    if (m_room->state != JournalState::ReadOnly)
        m_room->backlog.submit(std::move(job));
}

void StoreWriter::close()
{
    m_room->backlog.close();
    const std::lock_guard guard(m_room->closeMutex);
    if (m_room->thread.joinable())
        m_room->thread.join();
    m_room->lock.reset();
}

EventSeq StoreWriter::storedThrough() const
{
    return m_room->storedThrough;
}

JournalState StoreWriter::state() const
{
    return m_room->state;
}

std::string StoreWriter::stateDetail() const
{
    const std::lock_guard guard(m_room->textMutex);
    if (m_room->failure.empty())
        return m_room->notice;
    const std::size_t dropped = m_room->backlog.droppedChunks();
    std::string text = m_room->failure + ": nothing is written to " + m_room->settings.folder + ", "
                       + std::to_string(m_room->backlog.size()) + " entries wait in memory";
    if (dropped > 0)
        text += ", " + std::to_string(dropped) + " chunks of samples are lost";
    return m_room->notice.empty() ? text : text + "; " + m_room->notice;
}

std::string StoreWriter::notice() const
{
    const std::lock_guard guard(m_room->textMutex);
    return m_room->notice;
}

std::string StoreWriter::shortage() const
{
    const std::lock_guard guard(m_room->textMutex);
    return m_room->shortage;
}

void StoreWriter::remember(const std::string &text)
{
    m_room->remember(text);
}

std::size_t StoreWriter::queued() const
{
    return m_room->backlog.size();
}

} // namespace telltale::store
