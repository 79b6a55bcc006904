// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_file.h"

#include "core/base/sha256.h"
#include "core/store/chain_sql.h"
#include "core/store/rows.h"
#include "core/store/sql.h"

#include <array>
#include <optional>

namespace telltale::store {

Result<JournalFile> JournalFile::over(Database database, ChainWriter chain)
{
    constexpr std::array kSql{sql::kPutOccurrence,    sql::kAddTransition,  sql::kSameTransition,  sql::kAddExplanation,
                              sql::kNewestDefinition, sql::kAddDefinition,  sql::kAddAudit,        sql::kPutAlive,
                              sql::kRemarkOnClosed,   sql::kPutSuppression, sql::kDropSuppression, sql::kSuppressionId,
                              sql::kAddLogbook,       sql::kAddWords};
    std::vector<Statement> ready;
    for (const char *text : kSql) {
        auto statement = database.prepare(text);
        if (!statement)
            return statement.error();
        ready.push_back(std::move(*statement));
    }
    return JournalFile(std::move(database),
                       {std::move(ready[0]), std::move(ready[1]), std::move(ready[2]), std::move(ready[3]), std::move(ready[4]),
                        std::move(ready[5]), std::move(ready[6]), std::move(ready[7]), std::move(ready[8]), std::move(ready[9]),
                        std::move(ready[10]), std::move(ready[11]), std::move(ready[12]), std::move(ready[13])},
                       std::move(chain));
}

Result<EventSeq> JournalFile::lastSeq() const
{
    const auto seq = m_database.number(sql::kLastSeq);
    if (!seq)
        return seq.error();
    return static_cast<EventSeq>(*seq);
}

Result<void> JournalFile::write(std::span<const StoreJob *const> jobs)
{
    m_failedAt = jobs.size();
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto begun = m_chain.begin(); !begun)
        return begun;
    for (m_failedAt = 0; m_failedAt < jobs.size(); ++m_failedAt) {
        auto put_ = std::visit([this](const auto &job) { return put(job); }, *jobs[m_failedAt]);
        if (!put_)
            return put_;
    }
    auto committed = transaction->commit();
    if (committed)
        m_head = m_chain.head(); // what was rolled back must never be anchored
    return committed;
}

Result<void> JournalFile::linked(Result<void> written, ChainTable table, std::int64_t key)
{
    return written && m_database.changedRows() > 0 ? m_chain.add(table, key) : std::move(written);
}

Result<void> JournalFile::put(const SaveTransition &job)
{
    if (job.occurrence.id != 0) {
        if (auto put_ = putOccurrence(job); !put_)
            return put_;
    } else if (job.event.occurrence != 0) {
        if (auto put_ = remarkOnClosed(job.event); !put_)
            return put_;
    }
    if (job.suppression) {
        if (auto put_ = putSuppression(*job.suppression, job.event.seq); !put_)
            return put_;
    }
    const AlarmEvent &event = job.event;
    RowBinder binder(m_sql.transition.reset());
    describe(binder, event);
    if (auto added = m_sql.transition.run(); !added)
        return added;
    if (m_database.changedRows() == 0)
        return checkSame(event);
    if (auto added = m_chain.add(ChainTable::Transition, static_cast<std::int64_t>(event.seq)); !added)
        return added;
    if (auto added =
            addWords(event.seq, {event.source.asset, event.source.sensor, event.what, toText(event.kind), toText(event.priority),
                                 event.actor.operatorName, event.comment, event.verdict == Judgement::None ? "" : toText(event.verdict)});
        !added)
        return added;
    if (event.kind != AlarmEventKind::Raise)
        return {};
    const std::string why = json::toText(job.occurrence.why);
    return linked(m_sql.explanation.reset().add(event.seq).add(event.occurrence).add(why).run(), ChainTable::Explanation,
                  static_cast<std::int64_t>(event.seq));
}

Result<void> JournalFile::putOccurrence(const SaveTransition &job)
{
    const Occurrence &occurrence = job.occurrence;
    const AlarmDefinition &definition = occurrence.definition;
    m_sql.occurrence.reset().add(job.event.at).add(definition.source.asset).add(definition.source.sensor).add(definition.what);
    RowBinder binder(m_sql.occurrence);
    describe(binder, occurrence);
    return linked(m_sql.occurrence.run(), ChainTable::Occurrence, static_cast<std::int64_t>(occurrence.id));
}

Result<void> JournalFile::remarkOnClosed(const AlarmEvent &event)
{
    Statement &remark = m_sql.remark.reset().add(event.occurrence).add(event.seq);
    const auto addIf = [&](bool given, std::string_view text) { given ? remark.add(text) : remark.add(kNoTime); };
    addIf(event.kind == AlarmEventKind::Verdict, toText(event.verdict));
    addIf(event.kind == AlarmEventKind::Assign, event.comment);
    return linked(remark.run(), ChainTable::Occurrence, static_cast<std::int64_t>(event.occurrence));
}

Result<void> JournalFile::putSuppression(const SuppressedAlarm &suppression, EventSeq seq)
{
    const bool ended = suppression.suppression == Suppression::None;
    const std::string content = ended ? std::string() : json::toText(suppression);
    const auto former = suppressionId(suppression); // once it is dropped, nothing says its number any more
    if (!former)
        return former.error();
    Statement &statement = (ended ? m_sql.dropSuppression : m_sql.putSuppression).reset();
    statement.add(suppression.source.asset).add(suppression.source.sensor).add(suppression.what).add(seq);
    auto written = ended ? statement.run() : statement.add(content).run();
    return linked(std::move(written), ChainTable::Suppression, *former > 0 ? *former : m_database.insertedRow());
}

/// 0 where there is none.
Result<std::int64_t> JournalFile::suppressionId(const SuppressedAlarm &suppression)
{
    Statement &known = m_sql.suppressionId.reset();
    const auto row = known.add(suppression.source.asset).add(suppression.source.sensor).add(suppression.what).step();
    if (!row)
        return row.error();
    const std::int64_t id = *row ? known.integer() : 0;
    known.reset();
    return id;
}

Result<void> JournalFile::put(const SaveLogbook &job)
{
    RowBinder binder(m_sql.logbook.reset());
    describe(binder, job.entry);
    const LogbookEntry &entry = job.entry;
    if (auto added = m_sql.logbook.run(); !added || m_database.changedRows() == 0)
        return added;
    if (auto added = m_chain.add(ChainTable::Logbook, static_cast<std::int64_t>(entry.seq)); !added)
        return added;
    return addWords(entry.seq, {entry.source.asset, entry.source.sensor, toText(entry.kind), entry.actor.operatorName, entry.text});
}

Result<void> JournalFile::addWords(EventSeq seq, std::initializer_list<std::string_view> words)
{
    std::string text;
    for (const std::string_view each : words)
        text.append(text.empty() || each.empty() ? "" : " ").append(each);
    return m_sql.words.reset().add(seq).add(std::string_view(text)).run();
}

Result<void> JournalFile::checkSame(const AlarmEvent &event)
{
    Statement &same = m_sql.sameTransition.reset();
    same.add(event.seq).add(event.occurrence).add(event.source.asset).add(event.source.sensor).add(toText(event.kind)).add(event.at);
    const auto row = same.step();
    const bool known = row && *row && same.integer() == 1;
    same.reset();
    if (!row)
        return row.error();
    if (!known)
        return Error{ErrorKind::InvalidArgument, "event number " + std::to_string(event.seq) + " is already taken by another event", {}};
    return {};
}

Result<void> JournalFile::put(const SaveDefinition &job)
{
    const std::string hash = sha256(job.content);
    Statement &newest = m_sql.newestDefinition.reset().add(job.name);
    const auto row = newest.step();
    if (!row)
        return row.error();
    const std::int64_t former = *row ? newest.integer() : 0;
    const bool unchanged = *row && newest.text() == hash;
    newest.reset();
    if (unchanged)
        return {};
    if (former >= std::int64_t{job.version})
        return Error{ErrorKind::InvalidArgument, "version " + std::to_string(job.version) + " of this configuration is taken", job.name};
    m_sql.definition.reset().add(job.name).add(std::int64_t{job.version}).add(job.content).add(hash);
    RowBinder binder(m_sql.definition);
    describe(binder, job.by);
    auto added = m_sql.definition.add(job.reason).add(job.at).run();
    return linked(std::move(added), ChainTable::Definition, m_database.insertedRow());
}

Result<void> JournalFile::put(const SaveAudit &job)
{
    m_sql.audit.reset().add(job.at);
    RowBinder binder(m_sql.audit);
    describe(binder, job.by);
    auto added = m_sql.audit.add(job.what).add(job.detail).run();
    return linked(std::move(added), ChainTable::Audit, m_database.insertedRow());
}

Result<void> JournalFile::put(const SaveHeartbeat &job)
{
    return m_sql.alive.reset().add(job.at).run();
}

} // namespace telltale::store
