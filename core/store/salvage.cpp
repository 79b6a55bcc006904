// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/chain_table.h"
#include "core/store/damaged_copy.h"
#include "core/store/salvage_sql.h"

#include <array>
#include <optional>
#include <string_view>

namespace telltale::store {

namespace {

/// Where a whole stretch cannot be read nobody knows how long it is; so many keys are asked for one by one before it is given up.
constexpr std::int64_t kMostProbes = 20'000;

struct SalvagedTable {
    ChainTable table;
    const char *up;
    const char *down;
    const char *keep;
};
/// Transitions before explanations, which refer to them.
constexpr std::array<SalvagedTable, 7> kTables{
    {{ChainTable::Definition, sql::kDefinitionsUp, sql::kDefinitionsDown, sql::kKeepDefinition},
     {ChainTable::Audit, sql::kAuditsUp, sql::kAuditsDown, sql::kKeepAudit},
     {ChainTable::Transition, sql::kTransitionsUp, sql::kTransitionsDown, sql::kKeepTransition},
     {ChainTable::Explanation, sql::kExplanationsUp, sql::kExplanationsDown, sql::kKeepExplanation},
     {ChainTable::Logbook, sql::kLogbooksUp, sql::kLogbooksDown, sql::kKeepLogbook},
     {ChainTable::Occurrence, sql::kOccurrencesUp, sql::kOccurrencesDown, sql::kKeepOccurrence},
     {ChainTable::Suppression, sql::kSuppressionsUp, sql::kSuppressionsDown, sql::kKeepSuppression}}};

/// Under a table's name there may be a view, which may have no end.
bool isTable(const Database &database, std::string_view name)
{
    auto statement = database.prepare(sql::kIsTable);
    const auto row = statement ? statement->add(name).step() : Result<bool>(false);
    return row && *row;
}

/// One table on its way into the new journal.
class TableSalvage {
public:
    TableSalvage(const Database &from, const Database &to, const SalvagedTable &table) : m_from(from), m_to(to), m_table(table) {}

    Result<void> run();
    [[nodiscard]] std::int64_t copied() const { return m_copied; }
    [[nodiscard]] std::int64_t unreadable() const { return m_unreadable; }

private:
    /// As far as it can be read; the key of the last row. Errors: those of the new journal.
    Result<std::optional<std::int64_t>> scan(const char *sql, bool &complete);
    Result<void> probe(std::int64_t after, std::optional<std::int64_t> before);
    Result<void> keep(Statement &row);

    const Database &m_from;
    const Database &m_to;
    const SalvagedTable &m_table;
    std::optional<Statement> m_keep;
    std::int64_t m_copied = 0;
    std::int64_t m_unreadable = 0;
};

Result<void> TableSalvage::run()
{
    auto keep = m_to.prepare(m_table.keep);
    if (!keep)
        return keep.error();
    m_keep.emplace(std::move(*keep));
    if (!isTable(m_from, chained(m_table.table).name)) {
        ++m_unreadable;
        return {};
    }
    bool complete = false;
    const auto last = scan(m_table.up, complete);
    if (!last || complete)
        return last ? Result<void>() : last.error();
    const auto first = scan(m_table.down, complete);
    if (!first)
        return first.error();
    return probe(last->value_or(0), *first);
}

Result<std::optional<std::int64_t>> TableSalvage::scan(const char *sql, bool &complete)
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
        if (auto kept = keep(*rows); !kept)
            return kept.error();
    }
}

Result<void> TableSalvage::probe(std::int64_t after, std::optional<std::int64_t> before)
{
    auto cells = m_from.prepare(chained(m_table.table).cells);
    if (!cells)
        return {};
    const std::int64_t end = before.value_or(INT64_MAX);
    std::int64_t misses = 0;
    for (std::int64_t key = after + 1; key < end && misses < kMostProbes; ++key) {
        const auto row = cells->reset().add(key).step();
        const bool found = row && *row;
        misses = found ? 0 : misses + 1;
        m_unreadable += !row && before ? 1 : 0; // without an end nobody knows what there was
        if (auto kept = found ? keep(*cells) : Result<void>(); !kept)
            return kept;
    }
    if (!before)
        ++m_unreadable;
    return {};
}

Result<void> TableSalvage::keep(Statement &row)
{
    auto kept = m_keep->reset().addRow(row).run();
    if (!kept && kept.error().kind != ErrorKind::InvalidArgument)
        return kept;
    m_copied += kept && m_to.changedRows() > 0 ? 1 : 0;
    m_unreadable += kept ? 0 : 1;
    return {};
}

void keepAlive(const Database &from, const Database &to)
{
    if (!isTable(from, "session"))
        return;
    auto alive = from.prepare(sql::kAlive);
    auto keep = to.prepare(sql::kKeepAlive);
    const auto row = alive && keep ? alive->step() : Result<bool>(false);
    if (row && *row)
        static_cast<void>(keep->addRow(*alive).run()); // without it the last transition says when the program was alive
}

Result<Salvaged> copyTables(const Database &from, const Database &to)
{
    auto transaction = Transaction::begin(to);
    if (!transaction)
        return transaction.error();
    Salvaged salvaged;
    for (const SalvagedTable &table : kTables) {
        TableSalvage one(from, to, table);
        if (auto run = one.run(); !run)
            return run.error();
        salvaged.copied += one.copied();
        salvaged.unreadable += one.unreadable();
        salvaged.detail +=
            (salvaged.detail.empty() ? "" : ", ") + std::string(chained(table.table).name) + ' ' + std::to_string(one.copied());
    }
    keepAlive(from, to);
    if (auto words = to.run(sql::kWordsAgain); !words)
        return words.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return salvaged;
}

} // namespace

std::string Salvaged::text() const
{
    const std::string rows = std::to_string(copied) + " rows were saved";
    const std::string lost = unreadable == 0 ? std::string() : ", " + std::to_string(unreadable) + " or more could not be read";
    return rows + lost + " (" + detail + ')';
}

Result<Salvaged> salvage(const std::string &damaged, const Database &journal)
{
    const DamagedCopy copy(damaged);
    const auto from = copy.open();
    if (!from)
        return Salvaged{0, 0, "nothing of it can be read: " + from.error().what};
    return copyTables(*from, journal);
}

} // namespace telltale::store
