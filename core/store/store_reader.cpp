// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"

#include "core/store/chunk_codec.h"
#include "core/store/chunk_order.h"
#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/history_sql.h"
#include "core/store/read_all.h"
#include "core/store/restart_reading.h"
#include "core/store/rollup_reading.h"
#include "core/store/rows.h"
#include "core/store/schema.h"

#include <algorithm>

namespace telltale::store {

namespace {

/// Every word in quotes, so that none of it is an operator; the last one as a beginning, for search while typing.
std::string matchExpression(const std::string &text)
{
    std::string expression;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty())
            expression += (expression.empty() ? "\"" : " \"") + word + '"';
        word.clear();
    };
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || c == '"')
            endWord();
        else
            word += c;
    }
    endWord();
    return expression.empty() ? expression : expression + '*';
}

Statement &addBound(Statement &statement, const std::optional<UtcTime> &bound)
{
    return statement.add(bound.value_or(kNoTime));
}

const char *sqlFor(const JournalQuery &query)
{
    if (query.occurrence)
        return query.newestFirst ? sql::kTransitionsOfNewestFirst : sql::kTransitionsOf;
    return query.newestFirst ? sql::kTransitionsNewestFirst : sql::kTransitions;
}

/// Of a chunk whose trace is damaged only score and band are lost. Either way the damage is counted.
Result<Chunk> readChunk(Statement &row, std::size_t &damaged)
{
    const auto samples = row.bytes();
    auto chunk = decodeChunk(samples, row.bytes());
    if (chunk)
        return chunk;
    ++damaged;
    return decodeChunk(samples);
}

/// Chunks of a damaged one's neighbours are as good as ever: it is passed over. What was read before an error stays.
Result<void> readChunks(Statement &select, std::vector<Chunk> &chunks, std::size_t &damaged)
{
    while (true) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (auto chunk = readChunk(select, damaged))
            chunks.push_back(std::move(*chunk));
    }
}

Result<StoredFeedHealth> readHealth(Statement &row)
{
    const UtcTime at = row.time();
    auto health = json::fromText<FeedHealth>(row.text());
    if (!health)
        return Error{ErrorKind::Corrupt, "stored feed health cannot be read: " + health.error().text(), {}};
    return StoredFeedHealth{at, std::move(*health)};
}

/// The numbers go in as one bound value, however many there are.
template <typename Row>
Result<std::vector<Row>> readNumbered(const Database &database, const char *sql, const std::vector<EventSeq> &numbers)
{
    std::string list = "[";
    for (const EventSeq seq : numbers)
        list += (list.size() == 1 ? "" : ",") + std::to_string(seq);
    list += ']';
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->add(std::string_view(list));
    return readAll<Row>(*statement, readRow<Row>);
}

} // namespace

struct StoreReader::Room {
    CheckedFile journal;
    std::string folder;
    mutable std::optional<CheckedFile> history = {}; ///< opened when it is first asked for: it may be younger than the reader
    mutable std::size_t damaged = 0;

    [[nodiscard]] Result<const Database *> historyFile() const;
};

/// Null where nothing was stored yet.
Result<const Database *> StoreReader::Room::historyFile() const
{
    if (history)
        return &history->database;
    auto file = openForReading(folder + kHistoryName, historySchema());
    if (!file && file.error().kind == ErrorKind::NotFound)
        return nullptr;
    if (!file)
        return file.error();
    history.emplace(std::move(*file));
    return &history->database;
}

Result<std::unique_ptr<StoreReader>> StoreReader::open(const std::string &folder, bool briefly)
{
    auto journal = openForReading(folder + kJournalName, journalSchema(), briefly);
    if (!journal)
        return journal.error();
    return std::unique_ptr<StoreReader>(new StoreReader(std::unique_ptr<Room>(new Room{std::move(*journal), folder})));
}

StoreReader::StoreReader(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

StoreReader::~StoreReader() = default;

std::uint32_t StoreReader::schemaVersion() const
{
    return static_cast<std::uint32_t>(m_room->journal.version);
}

Result<RestartState> StoreReader::restartState() const
{
    const OneMoment moment(m_room->journal.database);
    return readRestartState(m_room->journal.database);
}

Result<std::vector<AlarmEvent>> StoreReader::events(const JournalQuery &query) const
{
    auto statement = m_room->journal.database.prepare(sqlFor(query));
    if (!statement)
        return statement.error();
    addBound(*statement, query.since);
    addBound(*statement, query.until);
    if (query.occurrence)
        statement->add(*query.occurrence);
    else
        statement->add(kNoTime);
    const auto limit = static_cast<std::int64_t>(std::min<std::size_t>(query.limit, INT64_MAX));
    statement->add(query.afterSeq).add(limit);
    return readAll<AlarmEvent>(*statement, readRow<AlarmEvent>);
}

Result<std::vector<AlarmEvent>> StoreReader::conditionChanges(const ConditionQuery &query) const
{
    auto statement = m_room->journal.database.prepare(sql::kConditionChanges);
    if (!statement)
        return statement.error();
    statement->add(query.source.asset).add(query.source.sensor).add(query.what).add(query.from).add(query.to);
    statement->add(static_cast<std::int64_t>(std::min<std::size_t>(query.limit, INT64_MAX)));
    auto events = readAll<AlarmEvent>(*statement, readRow<AlarmEvent>);
    if (events)
        std::reverse(events.value().begin(), events.value().end());
    return events;
}

Result<std::vector<LogbookEntry>> StoreReader::logbook(const LogbookQuery &query) const
{
    auto statement = m_room->journal.database.prepare(query.newestFirst ? sql::kLogbookNewestFirst : sql::kLogbook);
    if (!statement)
        return statement.error();
    addBound(*statement, query.since);
    addBound(*statement, query.until);
    if (query.kind)
        statement->add(toText(*query.kind));
    else
        statement->add(kNoTime);
    if (query.subject)
        statement->add(*query.subject);
    else
        statement->add(kNoTime);
    addBound(*statement, query.from);
    addBound(*statement, query.to);
    statement->add(query.afterSeq).add(static_cast<std::int64_t>(std::min<std::size_t>(query.limit, INT64_MAX)));
    return readAll<LogbookEntry>(*statement, readRow<LogbookEntry>);
}

Result<std::vector<EventSeq>> StoreReader::search(const std::string &text, std::size_t limit) const
{
    const std::string words = matchExpression(text);
    if (words.empty())
        return std::vector<EventSeq>{};
    auto statement = m_room->journal.database.prepare(sql::kSearch);
    if (!statement)
        return statement.error();
    statement->add(std::string_view(words)).add(static_cast<std::int64_t>(std::min<std::size_t>(limit, INT64_MAX)));
    return readAll<EventSeq>(*statement, [](Statement &row) -> Result<EventSeq> { return static_cast<EventSeq>(row.integer()); });
}

Result<std::vector<AlarmEvent>> StoreReader::eventsOf(const std::vector<EventSeq> &numbers) const
{
    return readNumbered<AlarmEvent>(m_room->journal.database, sql::kTransitionsNumbered, numbers);
}

Result<std::vector<LogbookEntry>> StoreReader::entriesOf(const std::vector<EventSeq> &numbers) const
{
    return readNumbered<LogbookEntry>(m_room->journal.database, sql::kLogbookNumbered, numbers);
}

Result<std::uint64_t> StoreReader::eventCount() const
{
    const auto count = m_room->journal.database.number(sql::kCountTransitions);
    if (!count)
        return count.error();
    return static_cast<std::uint64_t>(*count);
}

Result<Occurrence> StoreReader::occurrence(OccurrenceId id) const
{
    auto statement = m_room->journal.database.prepare(sql::kOneOccurrence);
    if (!statement)
        return statement.error();
    const auto row = statement->add(id).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::NotFound, "there is no alarm number " + std::to_string(id), {}};
    return readRow<Occurrence>(*statement);
}

Result<OccurrenceId> StoreReader::newestOccurrence() const
{
    const auto id = m_room->journal.database.number(sql::kNewestOccurrence);
    if (!id)
        return id.error();
    if (*id == 0)
        return Error{ErrorKind::NotFound, "the journal holds no alarm yet", {}};
    return static_cast<OccurrenceId>(*id);
}

Result<std::vector<Occurrence>> StoreReader::occurrences(UtcTime since, UtcTime until) const
{
    auto statement = m_room->journal.database.prepare(sql::kOccurrencesIn);
    if (!statement)
        return statement.error();
    statement->add(toNanos(since)).add(toNanos(until));
    return readAll<Occurrence>(*statement, readRow<Occurrence>);
}

Result<std::vector<StoredSensor>> StoreReader::sensors() const
{
    const auto history = m_room->historyFile();
    if (!history)
        return history.error();
    if (*history == nullptr)
        return std::vector<StoredSensor>{};
    auto statement = (*history)->prepare(sql::kSensors);
    if (!statement)
        return statement.error();
    return readAll<StoredSensor>(*statement, [](Statement &row) -> Result<StoredSensor> {
        std::string asset = row.text();
        std::string sensor = row.text();
        return StoredSensor{{std::move(asset), std::move(sensor)}, row.text()};
    });
}

Result<UtcTime> StoreReader::newestBefore(const SensorKey &sensor, UtcTime time) const
{
    const auto history = m_room->historyFile();
    if (!history)
        return history.error();
    if (*history == nullptr)
        return kNoTime;
    auto find = (*history)->prepare(sql::kSensorId);
    auto select = (*history)->prepare(sql::kNewestBefore);
    if (!find || !select)
        return !find ? find.error() : select.error();
    const auto known = find->add(sensor.asset).add(sensor.sensor).step();
    if (!known)
        return known.error();
    if (!*known)
        return kNoTime;
    const auto row = select->add(find->integer()).add(toNanos(time)).step();
    if (!row)
        return row.error();
    return select->time();
}

Result<void> StoreReader::readSamples(const SensorKey &sensor, UtcTime from, UtcTime to, std::vector<Chunk> &chunks) const
{
    const auto history = m_room->historyFile();
    if (!history || *history == nullptr)
        return history ? Result<void>{} : history.error();
    auto find = (*history)->prepare(sql::kSensorId);
    auto select = (*history)->prepare(sql::kSamples);
    if (!find || !select)
        return !find ? find.error() : select.error();
    const auto row = find->add(sensor.asset).add(sensor.sensor).step();
    if (!row || !*row)
        return row ? Result<void>{} : row.error();
    select->add(find->integer()).add(toNanos(from)).add(toNanos(to));
    return readChunks(*select, chunks, m_room->damaged);
}

Result<std::vector<ChunkPtr>> StoreReader::samples(const SensorKey &sensor, UtcTime from, UtcTime to) const
{
    auto readable = readableSamples(sensor, from, to);
    if (readable.problem)
        return std::move(*readable.problem);
    return std::move(readable.chunks);
}

ReadableSamples StoreReader::readableSamples(const SensorKey &sensor, UtcTime from, UtcTime to) const
{
    std::vector<Chunk> chunks;
    const auto read = readSamples(sensor, from, to, chunks);
    return {inTimeOrder(std::move(chunks)), read ? std::nullopt : std::optional(read.error())};
}

Result<std::vector<RollupCell>> StoreReader::cells(const SensorKey &sensor, RollupLevel level, UtcTime from, UtcTime to) const
{
    const auto history = m_room->historyFile();
    if (!history)
        return history.error();
    if (*history == nullptr || from >= to)
        return std::vector<RollupCell>{};
    auto find = (*history)->prepare(sql::kSensorId);
    if (!find)
        return find.error();
    const auto row = find->add(sensor.asset).add(sensor.sensor).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::vector<RollupCell>{};
    const OneMoment moment(**history);
    return readCells(**history, {find->integer(), level, cellIndex(toNanos(from), level), cellIndex(toNanos(to) - 1, level) + 1});
}

std::size_t StoreReader::damagedChunks() const
{
    return m_room->damaged;
}

Result<UtcTime> StoreReader::oldestWithin(UtcTime from, UtcTime to) const
{
    const auto history = m_room->historyFile();
    if (!history || *history == nullptr)
        return history ? Result<UtcTime>(kNoTime) : history.error();
    auto statement = (*history)->prepare(sql::kOldestWithin);
    if (!statement)
        return statement.error();
    const auto row = statement->add(from).add(to).step();
    if (!row)
        return row.error();
    return *row ? statement->time() : kNoTime;
}

Result<std::vector<StoredFeedHealth>> StoreReader::feedHealth(UtcTime since, UtcTime until) const
{
    const auto history = m_room->historyFile();
    if (!history)
        return history.error();
    if (*history == nullptr)
        return std::vector<StoredFeedHealth>{};
    auto statement = (*history)->prepare(sql::kFeedHealth);
    if (!statement)
        return statement.error();
    statement->add(toNanos(since)).add(toNanos(until));
    return readAll<StoredFeedHealth>(*statement, readHealth);
}

} // namespace telltale::store
