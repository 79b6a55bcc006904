// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_rows.h"

#include "core/detect/row_aligner.h"

#include <algorithm>

namespace telltale::study {

namespace {

using Reading = detect::RowAligner::Reading;

std::vector<Reading> readingsOf(const StoredColumn &column, std::size_t channel, UtcTime from, UtcTime to)
{
    std::vector<Reading> readings;
    for (const ChunkPtr &chunk : column.chunks) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            const UtcTime t = fromNanos(chunk->t[i]);
            if (t >= from && t < to && (chunk->flags[i] & Chunk::kNotScored) == 0)
                readings.push_back({channel, t, chunk->value[i], chunk->quality(i), (chunk->flags[i] & Chunk::kGapBefore) != 0, {}});
        }
    }
    const auto earlier = [](const Reading &a, const Reading &b) { return a.t < b.t; };
    if (!std::is_sorted(readings.begin(), readings.end(), earlier))
        std::stable_sort(readings.begin(), readings.end(), earlier);
    const auto same = [](const Reading &a, const Reading &b) { return a.t == b.t; };
    readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
    return readings;
}

template <typename Rows>
Duration usualDistance(const Rows &rows, UtcTime (*timeOf)(const typename Rows::value_type &))
{
    std::vector<Duration> distances;
    for (std::size_t i = 1; i < rows.size(); ++i)
        distances.push_back(timeOf(rows[i]) - timeOf(rows[i - 1]));
    if (distances.empty())
        return Duration{0};
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
}

void append(StudyRows &rows, const detect::RowAligner::Row &row)
{
    rows.table.times.push_back(row.t);
    rows.table.values.insert(rows.table.values.end(), row.values.begin(), row.values.end());
    rows.quality.insert(rows.quality.end(), row.quality.begin(), row.quality.end());
    rows.gapBefore.push_back(row.gapBefore ? 1 : 0);
}

/// Readings with the same time came together.
void appendAligned(StudyRows &rows, const std::vector<std::vector<Reading>> &columns)
{
    std::vector<Reading> all;
    for (const auto &column : columns)
        all.insert(all.end(), column.begin(), column.end());
    std::stable_sort(all.begin(), all.end(), [](const Reading &a, const Reading &b) { return a.t < b.t; });
    detect::RowAligner aligner(columns.size());
    std::vector<detect::RowAligner::Row> made;
    for (auto first = all.begin(); first != all.end();) {
        const auto end = std::find_if(first, all.end(), [&](const Reading &reading) { return reading.t != first->t; });
        made.clear();
        aligner.add({first, end}, made);
        for (const auto &row : made)
            append(rows, row);
        first = end;
    }
}

} // namespace

StudyRows alignRows(const std::vector<StoredColumn> &columns, UtcTime from, UtcTime to)
{
    StudyRows rows;
    std::vector<std::vector<Reading>> readings;
    for (const StoredColumn &column : columns) {
        readings.push_back(readingsOf(column, readings.size(), from, to));
        rows.channels.push_back(column.channel);
        rows.table.sensors.push_back(column.channel.sensor);
        Duration &period = rows.channels.back().period;
        if (period <= Duration::zero())
            period = usualDistance(
                readings.back(), +[](const Reading &reading) { return reading.t; });
        for (Reading &reading : readings.back())
            reading.period = period;
    }
    if (columns.size() == 1) {
        for (const Reading &each : readings.front())
            append(rows, {each.t, {each.value}, {each.quality}, each.gapBefore});
    } else if (!columns.empty()) {
        appendAligned(rows, readings);
    }
    rows.period = usualDistance(
        rows.table.times, +[](const UtcTime &t) { return t; });
    return rows;
}

} // namespace telltale::study
