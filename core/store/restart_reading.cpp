// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restart_reading.h"

#include "core/store/read_all.h"
#include "core/store/recent_raises.h"
#include "core/store/rows.h"

#include <array>

namespace telltale::store {

namespace {

template <typename Number>
Result<void> takeNumber(Number &target, const Result<std::int64_t> &found)
{
    if (!found)
        return found.error();
    target = static_cast<Number>(*found);
    return {};
}

/// Rows that cannot be read are passed over and told: one turned byte must not keep the rest from being watched.
template <typename Row, typename Read>
Result<void> takeAll(std::vector<Row> &target, Result<Statement> statement, Read read, std::vector<std::string> &unreadable)
{
    if (!statement)
        return statement.error();
    while (true) {
        const auto more = statement->step();
        if (!more || !*more)
            return more ? Result<void>() : more.error();
        Result<Row> row = read(*statement);
        if (row)
            target.push_back(std::move(*row));
        else
            unreadable.push_back(row.error().text());
    }
}

Result<void> takeRowless(const Database &journal, OccurrenceId id, RestartState &state)
{
    auto statement = journal.prepare(sql::kEventsOf);
    if (!statement)
        return statement.error();
    std::vector<AlarmEvent> events;
    auto taken = takeAll(events, std::move(statement->add(id)), readRow<AlarmEvent>, state.unreadable);
    if (!events.empty())
        state.rowless.push_back(std::move(events));
    return taken;
}

/// An alarm that was open must not be forgotten because its row is damaged.
Result<void> takeOpen(const Database &journal, RestartState &state)
{
    auto statement = journal.prepare(sql::kOpenOccurrences);
    if (!statement)
        return statement.error();
    while (true) {
        const auto more = statement->step();
        if (!more || !*more)
            return more ? Result<void>() : more.error();
        const auto id = static_cast<OccurrenceId>(statement->peekInteger());
        auto row = readRow<Occurrence>(*statement);
        if (row) {
            state.open.push_back(std::move(*row));
            continue;
        }
        state.unreadable.push_back("alarm " + std::to_string(id) + ": " + row.error().text());
        if (auto taken = takeRowless(journal, id, state); !taken)
            return taken;
    }
}

/// After a salvage transitions may be there whose alarm is not.
Result<void> takeMissing(const Database &journal, RestartState &state)
{
    auto statement = journal.prepare(sql::kRowlessAfterSalvage);
    if (!statement)
        return statement.error();
    const auto ids =
        readAll<OccurrenceId>(*statement, [](Statement &row) -> Result<OccurrenceId> { return static_cast<OccurrenceId>(row.integer()); });
    if (!ids)
        return ids.error();
    for (const OccurrenceId id : *ids)
        if (auto taken = takeRowless(journal, id, state); !taken)
            return taken;
    return {};
}

StoredDefinition readDefinition(Statement &row)
{
    StoredDefinition definition;
    definition.name = row.text();
    definition.version = static_cast<std::uint32_t>(row.integer());
    definition.content = row.text();
    return definition;
}

Result<void> readLastAlive(const Database &journal, RestartState &state)
{
    auto statement = journal.prepare(sql::kLastAlive);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    state.lastAlive = *row ? statement->time() : kNoTime;
    return {};
}

using Part = Result<void> (*)(const Database &, RestartState &);

/// In this order: the last one needs to know when the program was alive.
constexpr std::array<Part, 9> kParts{
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastSeq, journal.number(sql::kLastSeq)); },
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastOccurrence, journal.number(sql::kLastOccurrence)); },
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastSubject, journal.number(sql::kLastSubject)); },
    takeOpen,
    takeMissing,
    [](const Database &journal, RestartState &state) {
        const auto read = [](Statement &row) { return Result<StoredDefinition>(readDefinition(row)); };
        return takeAll(state.definitions, journal.prepare(sql::kNewestDefinitions), read, state.unreadable);
    },
    [](const Database &journal, RestartState &state) {
        const auto read = [](Statement &row) { return json::fromText<SuppressedAlarm>(row.text()); };
        return takeAll(state.suppressed, journal.prepare(sql::kSuppressions), read, state.unreadable);
    },
    [](const Database &journal, RestartState &state) {
        return takeAll(state.incidents, journal.prepare(sql::kIncidents), readRow<LogbookEntry>, state.unreadable);
    },
    [](const Database &journal, RestartState &state) {
        auto alive = readLastAlive(journal, state);
        auto raises = alive ? recentRaises(journal, state.lastAlive) : Result<std::vector<UtcTime>>(alive.error());
        if (raises)
            state.raises = std::move(*raises);
        else if (alive) // they only say whether a flood goes on
            state.unreadable.push_back("the newest raises cannot be read: " + raises.error().what);
        return alive;
    },
};

} // namespace

Result<RestartState> readRestartState(const Database &journal)
{
    RestartState state;
    for (const Part &part : kParts)
        if (auto done = part(journal, state); !done)
            return done.error();
    return state;
}

} // namespace telltale::store
