// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/chain_table.h"
#include "core/store/damaged_copy.h"
#include "core/store/salvage_sql.h"
#include "core/store/schema.h"
#include "core/store/table_sweep.h"

#include <array>

namespace telltale::store {

namespace {

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

/// Copies one table. Errors: those of the new journal.
Result<void> copyTable(const Database &from, const Database &to, const SalvagedTable &table, Salvaged &salvaged)
{
    auto keep = to.prepare(table.keep);
    if (!keep)
        return keep.error();
    const ChainedTable &chain = chained(table.table);
    std::int64_t copied = 0;
    const auto unreadable = sweep(from, {chain.name, table.up, table.down, chain.cells}, [&](Statement &row) -> Result<void> {
        auto kept = keep->reset().addRow(row).run();
        if (!kept && kept.error().kind != ErrorKind::InvalidArgument)
            return kept;
        copied += kept && to.changedRows() > 0 ? 1 : 0;
        salvaged.unreadable += kept ? 0 : 1;
        return {};
    });
    if (!unreadable)
        return unreadable.error();
    salvaged.copied += copied;
    salvaged.unreadable += *unreadable;
    salvaged.detail += (salvaged.detail.empty() ? "" : ", ") + std::string(chain.name) + ' ' + std::to_string(copied);
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

/// Links are made when all rows have been copied.
bool wasBegun(const Database &journal)
{
    const auto links = journal.number(sql::kHasLinks);
    return !links || *links > 0;
}

Result<Salvaged> copyTables(const Database &from, const Database &to)
{
    auto transaction = Transaction::begin(to);
    if (!transaction)
        return transaction.error();
    Salvaged salvaged;
    salvaged.wasBegun = wasBegun(from);
    for (const SalvagedTable &table : kTables)
        if (auto one = copyTable(from, to, table, salvaged); !one)
            return one.error();
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
    const DamagedCopy copy(damaged, journalSchema());
    const auto from = copy.open();
    if (!from)
        return Salvaged{0, 0, "nothing of it can be read: " + from.error().what};
    return copyTables(*from, journal);
}

} // namespace telltale::store
