// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/window_scan.h"

#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/history_sql.h"
#include "core/store/rows.h"
#include "core/store/sql.h"

#include <unordered_map>

namespace telltale::store {

namespace {

constexpr std::size_t kRowsPerQuestion = 4096;

/// Steps through all rows. Errors: those of `tell`, and Cancelled.
template <typename Tell>
Result<void> forEachRow(Statement &statement, const WindowVisitor &visitor, Tell tell)
{
    for (std::size_t row = 0;; ++row) {
        if (row % kRowsPerQuestion == 0 && visitor.stopWanted && visitor.stopWanted())
            return Error{ErrorKind::Cancelled, "stopped", {}};
        const auto more = statement.step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        if (auto told = tell(statement); !told)
            return told;
    }
}

template <typename Word>
bool takeWord(Statement &row, Word &word)
{
    return readWord(row.text(), word);
}

Result<void> readFact(Statement &row, AlarmEvent &event)
{
    event.seq = static_cast<EventSeq>(row.integer());
    event.occurrence = static_cast<OccurrenceId>(row.integer());
    event.source.asset = row.text();
    event.source.sensor = row.text();
    const bool known = takeWord(row, event.kind) && takeWord(row, event.from) && takeWord(row, event.to) && takeWord(row, event.priority);
    if (!known)
        return Error{ErrorKind::Corrupt, "transition " + std::to_string(event.seq) + " cannot be read", {}};
    event.at = row.time();
    event.sourceTime = row.time();
    event.suppressed = row.integer() != 0;
    event.what = row.text();
    return {};
}

Result<void> tellAlarms(Statement &statement, const WindowVisitor &visitor)
{
    // A month has many alarms and few definitions: the same text is read once.
    std::unordered_map<std::string, AlarmDefinition> known;
    Occurrence alarm;
    return forEachRow(statement, visitor, [&](Statement &row) -> Result<void> {
        alarm.id = static_cast<OccurrenceId>(row.integer());
        if (!takeWord(row, alarm.verdict))
            return Error{ErrorKind::Corrupt, "the verdict on alarm " + std::to_string(alarm.id) + " cannot be read", {}};
        std::string text = row.text();
        auto found = known.find(text);
        if (found == known.end()) {
            auto definition = json::fromText<AlarmDefinition>(text);
            if (!definition)
                return Error{ErrorKind::Corrupt, "the definition of alarm " + std::to_string(alarm.id) + " cannot be read", {}};
            found = known.emplace(std::move(text), std::move(*definition)).first;
        }
        alarm.definition = found->second;
        visitor.alarm(alarm);
        return {};
    });
}

Result<void> tellEvents(Statement &statement, const WindowVisitor &visitor)
{
    AlarmEvent event;
    return forEachRow(statement, visitor, [&](Statement &row) -> Result<void> {
        if (auto read = readFact(row, event); !read)
            return read;
        visitor.event(event);
        return {};
    });
}

Result<void> tellEventsBefore(const Database &journal, const ScanWindow &window, const WindowVisitor &visitor)
{
    auto before = journal.prepare(sql::kFactsBeforeWindow);
    if (!before)
        return before.error();
    before->add(window.from).add(window.to).add(window.from - window.leadIn);
    return tellEvents(*before, visitor);
}

Result<void> tellEventsOf(const Database &journal, const ScanWindow &window, const WindowVisitor &visitor)
{
    auto numbers = journal.prepare(sql::kNumbersOfWindow);
    auto facts = journal.prepare(sql::kFactsOfWindow);
    if (!numbers || !facts)
        return !numbers ? numbers.error() : facts.error();
    const auto row = numbers->add(window.from).add(window.to).step();
    if (!row)
        return row.error();
    const std::int64_t first = numbers->integer();
    const std::int64_t last = numbers->integer();
    facts->add(window.from).add(window.to).add(first).add(last);
    return tellEvents(*facts, visitor);
}

Result<void> scanJournal(const Database &journal, const ScanWindow &window, const WindowVisitor &visitor)
{
    if (visitor.alarm) {
        auto alarms = journal.prepare(sql::kAlarmsOfWindow);
        if (!alarms)
            return alarms.error();
        if (auto told = tellAlarms(alarms->add(window.from).add(window.to), visitor); !told)
            return told;
    }
    if (!visitor.event)
        return {};
    if (auto told = tellEventsBefore(journal, window, visitor); !told)
        return told;
    return tellEventsOf(journal, window, visitor);
}

Result<void> scanHealth(const Database &history, const ScanWindow &window, const WindowVisitor &visitor)
{
    if (!visitor.health)
        return {};
    auto statement = history.prepare(sql::kFeedHealth);
    if (!statement)
        return statement.error();
    statement->add(window.from - window.healthLeadIn).add(window.to);
    return forEachRow(*statement, visitor, [&](Statement &row) -> Result<void> {
        const UtcTime at = row.time();
        const auto health = json::fromText<FeedHealth>(row.text());
        if (!health)
            return Error{ErrorKind::Corrupt, "stored feed health cannot be read: " + health.error().text(), {}};
        visitor.health(at, *health);
        return {};
    });
}

} // namespace

Result<void> scanWindow(const std::string &folder, const ScanWindow &window, const WindowVisitor &visitor)
{
    const auto journal = openForReading(folder + kJournalName, journalSchema());
    if (!journal)
        return journal.error();
    if (auto told =
            [&] {
                const OneMoment moment(journal->database);
                return scanJournal(journal->database, window, visitor);
            }();
        !told)
        return told;
    const auto history = openForReading(folder + kHistoryName, historySchema());
    if (!history)
        return history.error().kind == ErrorKind::NotFound ? Result<void>() : history.error();
    return scanHealth(history->database, window, visitor);
}

} // namespace telltale::store
