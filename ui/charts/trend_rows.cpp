// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_rows.h"

#include <algorithm>
#include <cmath>

namespace telltale::ui {

namespace {

/// Into which row an instant belongs.
class RowClock {
public:
    RowClock(TimeInterval sight, std::size_t rows)
        : m_from(sight.from)
        , m_step(std::max<std::int64_t>(1, (sight.to - sight.from + std::int64_t(rows) - 1) / std::int64_t(rows)))
    {
    }

    [[nodiscard]] std::size_t of(std::int64_t time) const { return std::size_t((time - m_from) / m_step); }
    [[nodiscard]] std::int64_t begin(std::size_t row) const { return m_from + std::int64_t(row) * m_step; }
    [[nodiscard]] Duration step() const { return Duration{m_step}; }

private:
    std::int64_t m_from;
    std::int64_t m_step;
};

void include(TrendCell &cell, double low, double high)
{
    cell.low = std::fmin(cell.low, low); // a missing one loses
    cell.high = std::fmax(cell.high, high);
}

void addSample(TrendCell &cell, const Chunk &chunk, std::size_t i)
{
    cell.readings += 1;
    if (std::isfinite(chunk.value[i]))
        include(cell, chunk.value[i], chunk.value[i]);
    else
        cell.missing += 1;
    cell.score = std::fmax(cell.score, chunk.score[i]);
    cell.anomalous += chunk.verdict(i) == Verdict::Anomalous ? 1 : 0;
    cell.quality = std::max(cell.quality, chunk.quality(i));
}

/// All of a chunk in which every sample has a good value and was found normal.
void addQuiet(TrendCell &cell, const Chunk &chunk, const envelope::Summary &summary)
{
    cell.readings += chunk.size();
    include(cell, double(summary.whole.min), double(summary.whole.max));
    for (const float score : chunk.score)
        cell.score = std::fmax(cell.score, score);
}

template <typename Visit>
void eachPart(const TrendSamples &samples, TimeInterval sight, Visit visit)
{
    for (std::size_t n = samples.chunkAt(sight.from); n < samples.chunks().size() && samples.summaries()[n].begin < sight.to; ++n) {
        const auto [from, to] = samples.indexesIn(n, sight);
        if (from < to)
            visit(n, from, to);
    }
}

/// One row for every instant at which a sensor has a reading, oldest first.
std::vector<TrendRow> exactRows(std::span<const TrendSamples *const> sensors, TimeInterval sight)
{
    std::vector<std::int64_t> times;
    for (const TrendSamples *samples : sensors)
        eachPart(*samples, sight, [&](std::size_t n, std::size_t from, std::size_t to) {
            const std::vector<std::int64_t> &t = samples->chunks()[n]->t;
            times.insert(times.end(), t.begin() + std::ptrdiff_t(from), t.begin() + std::ptrdiff_t(to));
        });
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<TrendRow> rows;
    for (const std::int64_t time : times)
        rows.push_back({fromNanos(time), fromNanos(time), {}, std::vector<TrendCell>(sensors.size())});
    for (std::size_t sensor = 0; sensor < sensors.size(); ++sensor)
        eachPart(*sensors[sensor], sight, [&](std::size_t n, std::size_t from, std::size_t to) {
            const Chunk &chunk = *sensors[sensor]->chunks()[n];
            for (std::size_t i = from; i < to; ++i) {
                const auto row = std::lower_bound(times.begin(), times.end(), chunk.t[i]) - times.begin();
                addSample(rows[std::size_t(row)].cells[sensor], chunk, i);
            }
        });
    return rows;
}

/// Rows of the same length, oldest first; those without a reading are left out.
std::vector<TrendRow> thinnedRows(std::span<const TrendSamples *const> sensors, TimeInterval sight, const RowClock &clock)
{
    std::vector<TrendRow> rows(clock.of(sight.to - 1) + 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row].from = fromNanos(clock.begin(row));
        rows[row].to = fromNanos(std::min(clock.begin(row + 1), sight.to));
        rows[row].cells.resize(sensors.size());
    }
    for (std::size_t sensor = 0; sensor < sensors.size(); ++sensor) {
        const TrendSamples &samples = *sensors[sensor];
        eachPart(samples, sight, [&](std::size_t n, std::size_t from, std::size_t to) {
            const Chunk &chunk = *samples.chunks()[n];
            const ChunkDigest &digest = samples.digests()[n];
            const std::size_t first = clock.of(chunk.t[from]);
            const bool quiet = !digest.anomalous && !digest.runs && !samples.summaries()[n].whole.empty();
            if (quiet && to - from == chunk.size() && clock.of(chunk.t[to - 1]) == first)
                return addQuiet(rows[first].cells[sensor], chunk, samples.summaries()[n]);
            for (std::size_t i = from; i < to; ++i)
                addSample(rows[clock.of(chunk.t[i])].cells[sensor], chunk, i);
        });
    }
    std::erase_if(rows, [](const TrendRow &row) {
        return std::all_of(row.cells.begin(), row.cells.end(), [](const TrendCell &cell) { return cell.readings == 0; });
    });
    return rows;
}

void noteSilence(std::vector<TrendRow> &rows, std::optional<Duration> longest)
{
    for (std::size_t i = 1; longest && i < rows.size(); ++i) {
        const Duration silent = rows[i].from - rows[i - 1].to;
        rows[i].silentBefore = silent > *longest ? silent : Duration{0};
    }
}

} // namespace

TrendRows trendRows(std::span<const TrendSamples *const> sensors, TimeInterval sight, std::size_t most, std::optional<Duration> longest)
{
    TrendRows table;
    if (sight.empty() || most == 0)
        return table;
    for (const TrendSamples *samples : sensors) {
        table.readings += samples->countIn(sight);
        table.summed = table.summed || samples->level();
    }
    const RowClock clock(sight, most);
    const bool exact = !table.summed && table.readings <= most;
    table.rows = exact ? exactRows(sensors, sight) : thinnedRows(sensors, sight, clock);
    table.step = exact ? Duration{0} : clock.step();
    noteSilence(table.rows, longest);
    std::reverse(table.rows.begin(), table.rows.end());
    return table;
}

} // namespace telltale::ui
