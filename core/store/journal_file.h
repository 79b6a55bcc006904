// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chain_writer.h"
#include "core/store/database.h"
#include "core/store/store_job.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace telltale::store {

/// The writing end of journal.db: alarms, definitions, audit, heartbeat. Every row but the heartbeat gets a link in the chain. Errors:
/// Full, Busy, Io … wait and try again; InvalidArgument means that the job at `failedAt()` can never be written. Thread: one (T3).
class JournalFile {
public:
    static Result<JournalFile> over(Database database, ChainWriter chain);

    /// All jobs in one transaction, in order; none of them when it fails.
    Result<void> write(std::span<const StoreJob *const> jobs);
    /// The job that the last `write` failed at; the number of jobs when none of them was to blame.
    [[nodiscard]] std::size_t failedAt() const { return m_failedAt; }
    /// Newest event in the file.
    [[nodiscard]] Result<EventSeq> lastSeq() const;
    /// It is damaged: closing it must change nothing any more.
    void leaveAsItIs() { m_database.keepLogAtClose(true); }
    /// Where the chain ends on disk.
    [[nodiscard]] const ChainHead &head() const { return m_head; }

private:
    struct Statements {
        Statement occurrence;
        Statement transition;
        Statement sameTransition;
        Statement explanation;
        Statement newestDefinition;
        Statement definition;
        Statement audit;
        Statement alive;
        Statement remark;
        Statement putSuppression;
        Statement dropSuppression;
        Statement suppressionId;
        Statement logbook;
        Statement words;
    };
    JournalFile(Database database, Statements statements, ChainWriter chain)
        : m_database(std::move(database))
        , m_sql(std::move(statements))
        , m_chain(std::move(chain))
        , m_head(m_chain.head())
    {
    }

    Result<void> put(const SaveTransition &job);
    Result<void> put(const SaveLogbook &job);
    Result<void> put(const SaveDefinition &job);
    Result<void> put(const SaveAudit &job);
    Result<void> put(const SaveHeartbeat &job);
    template <typename Other>
    Result<void> put(const Other &)
    {
        return Error{ErrorKind::InvalidArgument, "does not belong into the journal", {}};
    }
    Result<void> putOccurrence(const SaveTransition &job);
    Result<void> remarkOnClosed(const AlarmEvent &event);
    /// `written` is how a row of the table came in; nothing is linked where it failed or changed nothing.
    Result<void> linked(Result<void> written, ChainTable table, std::int64_t key);
    Result<std::int64_t> suppressionId(const SuppressedAlarm &suppression);
    Result<void> putSuppression(const SuppressedAlarm &suppression, EventSeq seq);
    Result<void> addWords(EventSeq seq, std::initializer_list<std::string_view> words);
    Result<void> checkSame(const AlarmEvent &event);

    Database m_database;
    Statements m_sql;
    ChainWriter m_chain;
    ChainHead m_head;
    std::size_t m_failedAt = 0;
};

} // namespace telltale::store
