// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema_check.h"

#include "core/store/sql.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace telltale::store {

namespace {

/// Type and name of what a database holds -> its words.
using Objects = std::map<std::pair<std::string, std::string>, std::string>;

Result<Objects> objectsOf(const Database &database)
{
    auto statement = database.prepare(sql::kObjects);
    if (!statement)
        return statement.error();
    Objects objects;
    while (true) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return objects;
        std::string type = statement->text();
        std::string name = statement->text();
        std::string words = statement->text();
        std::erase(words, '"'); // around the name of a table that was renamed, depending on the SQLite that did it
        objects[{std::move(type), std::move(name)}] = std::move(words);
    }
}

/// What the migrations make, tried in memory.
Result<Objects> madeBy(const Schema &schema)
{
    const auto model = Database::open(":memory:", Database::Mode::Write);
    if (!model)
        return model.error();
    if (auto made = upgrade(*model, schema, {}); !made)
        return made.error();
    return objectsOf(*model);
}

/// As it was when it had this version.
Schema formerSchema(const Schema &schema, std::int64_t version)
{
    const auto later = [version](const Migration &step) { return step.version > version; };
    const auto steps = std::ranges::find_if(schema.migrations, later) - schema.migrations.begin();
    return {schema.name, schema.applicationId, schema.settings, schema.migrations.first(static_cast<std::size_t>(steps))};
}

Result<Objects> expectedObjects(const Schema &schema)
{
    static std::mutex guard;
    static std::map<std::pair<std::string, std::int64_t>, Objects> known;
    const std::lock_guard lock(guard);
    const auto key = std::pair(std::string(schema.name), schema.version());
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    auto made = madeBy(schema);
    if (made)
        known.emplace(key, *made);
    return made;
}

bool acts(const std::string &type)
{
    return type == "trigger" || type == "index";
}

Error wrong(const std::string &what)
{
    return {ErrorKind::Corrupt, what, {}};
}

} // namespace

Result<void> checkObjects(const Database &database, const Schema &schema, std::int64_t version)
{
    const auto expected = expectedObjects(formerSchema(schema, version));
    const auto found = expected ? objectsOf(database) : expected;
    if (!found)
        return found.error();
    for (const auto &[object, words] : *expected)
        if (object.first == "table" && (!found->contains(object) || found->at(object) != words))
            return wrong("its table " + object.second + " is not as Telltale makes it");
    for (const auto &[object, words] : *found)
        if (acts(object.first) && (!expected->contains(object) || expected->at(object) != words))
            return wrong("it holds something that is not Telltale's: the " + object.first + ' ' + object.second);
    return {};
}

} // namespace telltale::store
