// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/row_aligner.h"

#include <algorithm>

namespace telltale::detect {

namespace {

constexpr int kPeriodsHeld = 2;

bool isOld(const RowAligner::Reading &reading, bool isNew, UtcTime t)
{
    if (reading.period <= Duration::zero())
        return !isNew;
    return t - reading.t > kPeriodsHeld * reading.period;
}

} // namespace

void RowAligner::add(std::span<const Reading> together, std::vector<Row> &rows)
{
    if (std::any_of(together.begin(), together.end(), [this](const Reading &reading) { return m_held[reading.channel].isNew; }))
        emitRow(rows);
    for (const Reading &reading : together) {
        Held &held = m_held[reading.channel];
        const bool gapKnown = held.isNew && held.reading.gapBefore;
        m_new += held.isNew ? 0 : 1;
        held = {reading, true};
        held.reading.gapBefore = held.reading.gapBefore || gapKnown;
    }
    if (m_new == m_held.size())
        emitRow(rows);
}

void RowAligner::emitRow(std::vector<Row> &rows)
{
    Row row;
    for (const Held &held : m_held) {
        if (held.isNew)
            row.t = std::max(row.t, held.reading.t);
    }
    // A sensor whose clock lags behind the others: what it says waits for the next row.
    if (row.t <= m_lastRow)
        return;
    for (Held &held : m_held) {
        const bool missing = held.reading.t == kNoTime || isOld(held.reading, held.isNew, row.t);
        row.values.push_back(missing ? kMissing : held.reading.value);
        row.quality.push_back(missing ? Quality::Good : held.reading.quality);
        row.gapBefore = row.gapBefore || (held.isNew && held.reading.gapBefore);
        held.isNew = false;
    }
    m_new = 0;
    m_lastRow = row.t;
    rows.push_back(std::move(row));
}

} // namespace telltale::detect
