// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_extracts.h"

#include "core/store/chain_sql.h"
#include "core/store/data_folder.h"
#include "core/store/file_reading.h"
#include "core/store/read_all.h"
#include "core/store/rows.h"

#include <algorithm>
#include <map>

namespace telltale::store {

struct JournalExtracts::Room {
    CheckedFile journal;
};

namespace {

Result<ConfigurationText> readText(Statement &row)
{
    ConfigurationText text;
    text.name = row.text();
    text.version = static_cast<std::uint32_t>(row.integer());
    text.hash = row.text();
    text.at = row.time();
    text.by.operatorName = row.text();
    text.by.station = row.text();
    text.by.osUser = row.text();
    text.reason = row.text();
    text.content = row.text();
    return text;
}

bool isKeptFromPeople(AlarmState state)
{
    return state == AlarmState::E || state == AlarmState::F || state == AlarmState::G;
}

} // namespace

JournalExtracts::JournalExtracts(std::unique_ptr<Room> room) : m_room(std::move(room)) {}

JournalExtracts::~JournalExtracts() = default;

Result<std::unique_ptr<JournalExtracts>> JournalExtracts::open(const std::string &folder)
{
    auto journal = openForReading(folder + kJournalName, journalSchema());
    if (!journal)
        return journal.error();
    return std::unique_ptr<JournalExtracts>(new JournalExtracts(std::unique_ptr<Room>(new Room{std::move(*journal)})));
}

Result<std::vector<ConfigurationText>> JournalExtracts::configuration(std::uint32_t version) const
{
    auto statement = m_room->journal.database.prepare(sql::kConfiguration);
    if (!statement)
        return statement.error();
    statement->add(std::int64_t{version});
    return readAll<ConfigurationText>(*statement, readText);
}

Result<std::vector<AlarmEvent>> JournalExtracts::suppressionChanges(UtcTime from, UtcTime to) const
{
    auto statement = m_room->journal.database.prepare(sql::kSuppressionChanges);
    if (!statement)
        return statement.error();
    const auto changes = readAll<AlarmEvent>(statement->add(to), readRow<AlarmEvent>);
    if (!changes)
        return changes.error();
    std::map<AlarmKey, AlarmEvent> before;
    std::vector<AlarmEvent> wanted;
    for (const AlarmEvent &change : *changes) {
        if (change.at >= from)
            wanted.push_back(change);
        else
            before[{change.source, change.what}] = change;
    }
    for (const auto &[key, change] : before) {
        if (isKeptFromPeople(change.to))
            wanted.push_back(change);
    }
    std::ranges::sort(wanted, {}, &AlarmEvent::seq);
    return wanted;
}

Result<ChainHead> JournalExtracts::headAt(EventSeq number) const
{
    auto statement = m_room->journal.database.prepare(sql::kNewestLinkOf);
    if (!statement)
        return statement.error();
    return readHead(statement->add(number));
}

} // namespace telltale::store
