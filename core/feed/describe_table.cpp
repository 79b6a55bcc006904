// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/describe_table.h"

#include <algorithm>

namespace telltale::feed {

namespace {

/// One time of a packed frame. Shapes: `cells` by sensor number.
struct PackedRow {
    UtcTime time;
    std::vector<const wire::PackedSample *> cells{};
};

bool sameSensors(const PackedRow &a, const PackedRow &b)
{
    return a.cells.size() == b.cells.size()
           && std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(),
                         [](const auto *x, const auto *y) { return x->sensor == y->sensor; });
}

/// Adds `row` to `rows`; what it has twice of a sensor goes into further rows of the same time.
void addLayers(const PackedRow &row, std::vector<PackedRow> &rows)
{
    const std::size_t first = rows.size();
    std::size_t layer = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        layer = i > 0 && row.cells[i]->sensor == row.cells[i - 1]->sensor ? layer + 1 : 0;
        if (first + layer == rows.size())
            rows.push_back({row.time, {}});
        rows[first + layer].cells.push_back(row.cells[i]);
    }
}

std::vector<PackedRow> rowsOf(const wire::PackedSamples &packed)
{
    std::vector<PackedRow> byTime;
    std::unordered_map<std::int64_t, std::size_t> rowAt;
    for (const wire::PackedSample &sample : packed.samples) {
        const auto [place, added] = rowAt.try_emplace(sample.timeNanos, byTime.size());
        if (added)
            byTime.push_back({fromNanos(sample.timeNanos), {}});
        byTime[place->second].cells.push_back(&sample);
    }
    std::vector<PackedRow> rows;
    for (PackedRow &row : byTime) {
        std::stable_sort(row.cells.begin(), row.cells.end(), [](const auto *a, const auto *b) { return a->sensor < b->sensor; });
        addLayers(row, rows);
    }
    return rows;
}

void append(SampleBatch &batch, const PackedRow &row)
{
    batch.times.push_back(row.time);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        SensorColumn &column = batch.columns[i];
        const Quality quality = row.cells[i]->quality;
        if (quality != Quality::Good || !column.quality.empty()) {
            column.quality.resize(column.values.size(), Quality::Good);
            column.quality.push_back(quality);
        }
        column.values.push_back(row.cells[i]->value);
    }
}

} // namespace

void DescribeTable::learn(const wire::Describe &describe)
{
    Asset &asset = m_assets[describe.asset];
    asset.epoch = describe.epoch;
    asset.names.clear();
    for (const wire::DescribedSensor &sensor : describe.sensors)
        asset.names[sensor.index] = sensor.name;
}

DescribeTable::Resolved DescribeTable::resolve(const wire::PackedSamples &packed, UtcTime received) const
{
    const auto found = m_assets.find(packed.asset);
    if (found == m_assets.end() || found->second.epoch != packed.epoch)
        return wire::Rejection{wire::Reject::UnknownSensor, packed.asset + ": no describe message of this publisher run yet"};
    const auto &names = found->second.names;
    for (const wire::PackedSample &sample : packed.samples) {
        if (!names.contains(sample.sensor))
            return wire::Rejection{wire::Reject::UnknownSensor,
                                   packed.asset + ": sensor " + std::to_string(sample.sensor) + " is not in the describe message"};
    }
    std::vector<SampleBatch> batches;
    const PackedRow *former = nullptr;
    const std::vector<PackedRow> rows = rowsOf(packed);
    for (const PackedRow &row : rows) {
        if (former == nullptr || !sameSensors(*former, row)) {
            SampleBatch &batch = batches.emplace_back();
            batch.asset = packed.asset;
            batch.epoch = packed.epoch;
            batch.seq = packed.seq;
            batch.received = received;
            for (const wire::PackedSample *cell : row.cells)
                batch.columns.push_back({names.at(cell->sensor), {}, {}});
        }
        append(batches.back(), row);
        former = &row;
    }
    return batches;
}

} // namespace telltale::feed
