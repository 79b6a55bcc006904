// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/table_sweep.h"

#include "core/store/salvage_sql.h"

#include <optional>

namespace telltale::store {

namespace {

/// Where a whole stretch cannot be read nobody knows how long it is; so many keys are asked for one by one before it is given up.
constexpr std::int64_t kMostProbes = 20'000;

class Sweep {
public:
    Sweep(const Database &from, const SweptTable &table, const std::function<Result<void>(Statement &)> &keep)
        : m_from(from)
        , m_table(table)
        , m_keep(keep)
    {
    }

    Result<std::int64_t> run()
    {
        bool complete = false;
        const auto last = scan(m_table.up, complete);
        if (!last)
            return last.error();
        if (complete)
            return m_unreadable;
        const auto first = scan(m_table.down, complete);
        if (!first)
            return first.error();
        if (auto probed = probe(last->value_or(0), *first); !probed)
            return probed.error();
        return m_unreadable;
    }

private:
    /// As far as it can be read; the key of the last row.
    Result<std::optional<std::int64_t>> scan(const char *sql, bool &complete);
    Result<void> probe(std::int64_t after, std::optional<std::int64_t> before);

    const Database &m_from;
    const SweptTable &m_table;
    const std::function<Result<void>(Statement &)> &m_keep;
    std::int64_t m_unreadable = 0;
};

Result<std::optional<std::int64_t>> Sweep::scan(const char *sql, bool &complete)
{
    std::optional<std::int64_t> key;
    auto rows = m_from.prepare(sql);
    m_unreadable += rows ? 0 : 1;
    if (!rows)
        return key;
    while (true) {
        const auto more = rows->step();
        complete = more && !*more;
        if (!more || !*more)
            return key;
        key = rows->peekInteger();
        if (auto kept = m_keep(*rows); !kept)
            return kept.error();
    }
}

Result<void> Sweep::probe(std::int64_t after, std::optional<std::int64_t> before)
{
    auto one = m_from.prepare(m_table.one);
    if (!one)
        return {};
    const std::int64_t end = before.value_or(INT64_MAX);
    std::int64_t misses = 0;
    for (std::int64_t key = after + 1; key < end && misses < kMostProbes; ++key) {
        const auto row = one->reset().add(key).step();
        const bool found = row && *row;
        misses = found ? 0 : misses + 1;
        m_unreadable += !row && before ? 1 : 0; // without an end nobody knows what there was
        if (auto kept = found ? m_keep(*one) : Result<void>(); !kept)
            return kept;
    }
    if (!before)
        ++m_unreadable;
    return {};
}

} // namespace

bool isTable(const Database &database, std::string_view name)
{
    auto statement = database.prepare(sql::kIsTable);
    const auto row = statement ? statement->add(name).step() : Result<bool>(false);
    return row && *row;
}

Result<std::int64_t> sweep(const Database &damaged, const SweptTable &table, const std::function<Result<void>(Statement &row)> &keep)
{
    if (!isTable(damaged, table.name))
        return 1;
    return Sweep(damaged, table, keep).run();
}

} // namespace telltale::store
