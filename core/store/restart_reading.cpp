// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/restart_reading.h"

#include "core/store/read_all.h"
#include "core/store/recent_raises.h"
#include "core/store/rows.h"

#include <array>

namespace telltale::store {

namespace {

template <typename Value>
Result<void> take(Value &target, Result<Value> found)
{
    if (!found)
        return found.error();
    target = std::move(*found);
    return {};
}

template <typename Number>
Result<void> takeNumber(Number &target, const Result<std::int64_t> &found)
{
    if (!found)
        return found.error();
    target = static_cast<Number>(*found);
    return {};
}

template <typename Row, typename Read>
Result<void> takeAll(std::vector<Row> &target, Result<Statement> statement, Read read)
{
    if (!statement)
        return statement.error();
    return take(target, readAll<Row>(*statement, read));
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
constexpr std::array<Part, 8> kParts{
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastSeq, journal.number(sql::kLastSeq)); },
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastOccurrence, journal.number(sql::kLastOccurrence)); },
    [](const Database &journal, RestartState &state) { return takeNumber(state.lastSubject, journal.number(sql::kLastSubject)); },
    [](const Database &journal, RestartState &state) {
        return takeAll(state.open, journal.prepare(sql::kOpenOccurrences), readRow<Occurrence>);
    },
    [](const Database &journal, RestartState &state) {
        return takeAll(state.definitions, journal.prepare(sql::kNewestDefinitions),
                       [](Statement &row) { return Result<StoredDefinition>(readDefinition(row)); });
    },
    [](const Database &journal, RestartState &state) {
        return takeAll(state.suppressed, journal.prepare(sql::kSuppressions),
                       [](Statement &row) { return json::fromText<SuppressedAlarm>(row.text()); });
    },
    [](const Database &journal, RestartState &state) {
        return takeAll(state.incidents, journal.prepare(sql::kIncidents), readRow<LogbookEntry>);
    },
    [](const Database &journal, RestartState &state) {
        auto alive = readLastAlive(journal, state);
        return alive ? take(state.raises, recentRaises(journal, state.lastAlive)) : alive;
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
