// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_rows.h"

#include <algorithm>

namespace telltale::study {

namespace {

using Reading = detect::RowAligner::Reading;

/// By time, each time once.
void putInOrder(std::vector<Reading> &readings)
{
    const auto earlier = [](const Reading &a, const Reading &b) { return a.t < b.t; };
    if (!std::is_sorted(readings.begin(), readings.end(), earlier))
        std::stable_sort(readings.begin(), readings.end(), earlier);
    const auto same = [](const Reading &a, const Reading &b) { return a.t == b.t; };
    readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
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
    detect::RowAligner aligner(columns.size());
    std::vector<std::size_t> next(columns.size(), 0);
    std::vector<Reading> together;
    std::vector<detect::RowAligner::Row> made;
    while (true) {
        UtcTime t = UtcTime::max();
        for (std::size_t i = 0; i < columns.size(); ++i)
            t = next[i] < columns[i].size() ? std::min(t, columns[i][next[i]].t) : t;
        if (t == UtcTime::max())
            return;
        together.clear();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (next[i] < columns[i].size() && columns[i][next[i]].t == t)
                together.push_back(columns[i][next[i]++]);
        }
        made.clear();
        aligner.add(together, made);
        for (const auto &row : made)
            append(rows, row);
    }
}

} // namespace

GatheredReadings::GatheredReadings(const std::vector<detect::ChannelSpec> &channels) : m_channels(channels), m_readings(channels.size()) {}

void GatheredReadings::add(std::size_t channel, const std::vector<ChunkPtr> &chunks, UtcTime from, UtcTime to)
{
    for (const ChunkPtr &chunk : chunks) {
        for (std::size_t i = 0; i < chunk->size(); ++i) {
            const UtcTime t = fromNanos(chunk->t[i]);
            if (t >= from && t < to && (chunk->flags[i] & Chunk::kNotScored) == 0)
                m_readings[channel].push_back(
                    {channel, t, chunk->value[i], chunk->quality(i), (chunk->flags[i] & Chunk::kGapBefore) != 0, {}});
        }
    }
}

std::size_t GatheredReadings::most() const
{
    std::size_t most = 0;
    for (const auto &readings : m_readings)
        most = std::max(most, readings.size());
    return most;
}

void GatheredReadings::drop(std::size_t channel)
{
    m_channels.erase(m_channels.begin() + static_cast<std::ptrdiff_t>(channel));
    m_readings.erase(m_readings.begin() + static_cast<std::ptrdiff_t>(channel));
}

StudyRows GatheredReadings::takeRows()
{
    StudyRows rows;
    rows.channels = std::move(m_channels);
    for (std::size_t i = 0; i < rows.channels.size(); ++i) {
        putInOrder(m_readings[i]);
        rows.table.sensors.push_back(rows.channels[i].sensor);
        Duration &period = rows.channels[i].period;
        if (period <= Duration::zero())
            period = usualDistance(
                m_readings[i], +[](const Reading &reading) { return reading.t; });
        for (Reading &reading : m_readings[i]) {
            reading.channel = i;
            reading.period = period;
        }
    }
    if (m_readings.size() == 1) {
        for (const Reading &each : m_readings.front())
            append(rows, {each.t, {each.value}, {each.quality}, each.gapBefore});
    } else if (!m_readings.empty()) {
        appendAligned(rows, m_readings);
    }
    m_readings.clear();
    rows.period = usualDistance(
        rows.table.times, +[](const UtcTime &t) { return t; });
    return rows;
}

StudyRows alignRows(const std::vector<StoredColumn> &columns, UtcTime from, UtcTime to)
{
    std::vector<detect::ChannelSpec> channels;
    for (const StoredColumn &column : columns)
        channels.push_back(column.channel);
    GatheredReadings gathered(channels);
    for (std::size_t i = 0; i < columns.size(); ++i)
        gathered.add(i, columns[i].chunks, from, to);
    return gathered.takeRows();
}

} // namespace telltale::study
