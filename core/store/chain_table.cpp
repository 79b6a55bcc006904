// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_table.h"

#include "core/store/chain_sql.h"

#include <algorithm>
#include <array>

namespace telltale::store {

namespace {

constexpr std::array<ChainedTable, 8> kTables{{
    {ChainTable::Segment, "segment", sql::kSegmentCells, sql::kSegmentKeys, 2, false},
    {ChainTable::Definition, "definition", sql::kDefinitionCells, sql::kDefinitionKeys, 9, false},
    {ChainTable::Audit, "audit", sql::kAuditCells, sql::kAuditKeys, 1, false},
    {ChainTable::Transition, "alarm_transition", sql::kTransitionCells, sql::kTransitionKeys, 8, false},
    {ChainTable::Explanation, "explanation", sql::kExplanationCells, sql::kExplanationKeys, -1, false},
    {ChainTable::Logbook, "logbook", sql::kLogbookCells, sql::kLogbookKeys, 8, false},
    {ChainTable::Occurrence, "occurrence", sql::kOccurrenceCells, sql::kOccurrenceKeys, 1, true},
    {ChainTable::Suppression, "suppression", sql::kSuppressionCells, sql::kSuppressionKeys, -1, true},
}};

} // namespace

std::span<const ChainedTable> chainedTables()
{
    return kTables;
}

const ChainedTable &chained(ChainTable table)
{
    return kTables[static_cast<std::size_t>(table)];
}

std::optional<ChainTable> chainTableNamed(std::string_view name)
{
    const auto found = std::ranges::find(kTables, name, &ChainedTable::name);
    return found == kTables.end() ? std::nullopt : std::optional(found->table);
}

} // namespace telltale::store
