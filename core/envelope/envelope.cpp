// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/envelope/envelope.h"

#include "core/envelope/column_grid.h"
#include "core/envelope/cut_ahead.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace telltale::envelope {

namespace {

constexpr std::size_t kFactor = kCellsOfLevel;
/// Smaller and larger than nothing: any value replaces it.
constexpr MinMax kNothing{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

/// Monotone, so that the smallest double stays the smallest float. The conversion itself is undefined beyond the range of float.
float toFloat(double value)
{
    constexpr double kEdge = std::numeric_limits<float>::max();
    return static_cast<float>(std::clamp(value, -kEdge, kEdge));
}

/// Branch-free, thanks to what kNothing is.
void include(MinMax &into, MinMax cell)
{
    into.min = cell.min < into.min ? cell.min : into.min;
    into.max = cell.max > into.max ? cell.max : into.max;
}

/// Of the samples of [begin, end), one by one.
MinMax sampleExtremes(const Chunk &chunk, std::size_t begin, std::size_t end)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double low = kInfinity;
    double high = -kInfinity;
    for (const double sample : std::span(chunk.value).subspan(begin, end - begin)) {
        // A NaN is neither smaller nor larger than anything.
        const double value = std::isfinite(sample) ? sample : kMissing;
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    return low > high ? kNothing : MinMax{toFloat(low), toFloat(high)};
}

/// Of the cells of one level (or the samples, level 0).
MinMax cellExtremes(const Chunk &chunk, std::size_t level, std::size_t begin, std::size_t end)
{
    if (level == 0)
        return sampleExtremes(chunk, begin, end);
    MinMax result = kNothing;
    for (const MinMax &cell : std::span(chunk.levels[level - 1]).subspan(begin, end - begin))
        include(result, cell);
    return result;
}

/// Smallest and largest finite value of [begin, end): whole cells of the coarsest level that fits, single samples at both ends.
MinMax extremes(const Chunk &chunk, std::size_t begin, std::size_t end)
{
    MinMax result = kNothing;
    const auto take = [&](std::size_t level, std::size_t first, std::size_t last) {
        include(result, cellExtremes(chunk, level, first, last));
    };
    std::size_t count = chunk.size();
    for (std::size_t level = 0; begin < end; ++level) {
        const std::size_t wholeBegin = (begin + kFactor - 1) / kFactor;
        // The last cell of a level may be short; it is whole when the range runs to the end of the chunk.
        const std::size_t wholeEnd = end == count ? (end + kFactor - 1) / kFactor : end / kFactor;
        if (level >= chunk.levels.size() || wholeBegin >= wholeEnd) {
            take(level, begin, end);
            break;
        }
        take(level, begin, wholeBegin * kFactor);
        take(level, std::min(wholeEnd * kFactor, end), end);
        begin = wholeBegin;
        end = wholeEnd;
        count = (count + kFactor - 1) / kFactor;
    }
    return result;
}

/// A whole run of 16 samples without a finite value, told by the first level.
bool emptyCell(const Chunk &chunk, std::size_t index)
{
    return !chunk.levels.empty() && chunk.levels[0][index].min > chunk.levels[0][index].max;
}

/// Needs a finite value in [begin, …).
std::size_t firstFinite(const Chunk &chunk, std::size_t begin)
{
    while (!std::isfinite(chunk.value[begin]))
        begin += begin % kFactor == 0 && emptyCell(chunk, begin / kFactor) ? kFactor : 1;
    return begin;
}

/// Needs a finite value in [0, end).
std::size_t lastFinite(const Chunk &chunk, std::size_t end)
{
    while (!std::isfinite(chunk.value[end - 1]))
        end -= end % kFactor == 0 && emptyCell(chunk, end / kFactor - 1) ? kFactor : 1;
    return end - 1;
}

/// Some samples of a chunk, with the times of the first and the last.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// First index of the run with a time at or after `limit`. Guesses as if the samples were evenly spaced, then gallops away from the
/// guess: where they are, it touches one or two cache lines of the chunk instead of ten.
std::size_t indexAtOrAfter(const Chunk &chunk, const Run &run, std::int64_t limit)
{
    const auto [begin, end, first, last] = run;
    if (begin == end || last < limit)
        return end;
    if (first >= limit)
        return begin;
    const auto since = [from = first](std::int64_t t) {
        return static_cast<double>(static_cast<std::uint64_t>(t) - static_cast<std::uint64_t>(from));
    };
    const double share = since(limit) / since(last);
    const std::size_t guess = begin + static_cast<std::size_t>(share * static_cast<double>(end - 1 - begin));
    std::size_t low = guess;  // a time before the limit is at or before it
    std::size_t high = guess; // a time at or after the limit is at or after it
    for (std::size_t step = 1; chunk.t[low] >= limit; step *= 2)
        low = low > begin + step ? low - step : begin;
    for (std::size_t step = 1; chunk.t[high] < limit; step *= 2)
        high = std::min(high + step, end - 1);
    const auto at = [&](std::size_t i) { return chunk.t.begin() + static_cast<std::ptrdiff_t>(i); };
    return static_cast<std::size_t>(std::lower_bound(at(low), at(high), limit) - chunk.t.begin());
}

void noteFirst(Column &column, const Chunk &chunk, std::size_t begin)
{
    const std::size_t first = firstFinite(chunk, begin);
    column.first = toFloat(chunk.value[first]);
    column.gap = first > begin || (chunk.flags[first] & Chunk::kGapBefore) != 0;
}

/// What a run of samples adds to a column. What is known of the whole chunk need not be read from it once more, where the run begins or
/// ends with the chunk: over a long history each read is a wait for memory.
Summary summaryOfRun(const Chunk &chunk, std::size_t begin, std::size_t end, const Summary *known = nullptr)
{
    const Summary *head = begin == 0 ? known : nullptr;
    const Summary *tail = end == chunk.size() ? known : nullptr;
    Summary summary{head != nullptr ? head->begin : chunk.t[begin], tail != nullptr ? tail->end : chunk.t[end - 1], {}, true};
    const MinMax range = extremes(chunk, begin, end);
    if (range.min > range.max)
        return summary;
    summary.whole = head != nullptr ? head->whole : Column{};
    summary.whole.min = range.min;
    summary.whole.max = range.max;
    if (head == nullptr)
        noteFirst(summary.whole, chunk, begin);
    const std::size_t last = tail != nullptr ? end : lastFinite(chunk, end);
    summary.whole.last = tail != nullptr ? tail->whole.last : toFloat(chunk.value[last]);
    summary.brokenAfter = tail != nullptr ? tail->brokenAfter : last + 1 < end;
    return summary;
}

/// Fills columns from chunks handed over in time order.
class Reduction {
public:
    Reduction(std::int64_t from, std::int64_t to, std::size_t columns, std::uint64_t longestStep)
        : m_grid(from, to, columns)
        , m_from(from)
        , m_to(to)
        , m_longestStep(longestStep)
        , m_columns(columns)
        , m_begin(from)
        , m_stop(from)
    {
    }

    /// Adds the first of these and whatever follows it in the same column. Returns how many: none when the first does not fall into one
    /// column as a whole.
    [[nodiscard]] std::size_t addWhole(std::span<const Summary> chunks)
    {
        const Summary &first = chunks.front();
        if (first.begin < m_from || first.end >= m_to)
            return 0;
        seek(first.begin);
        if (first.end >= m_stop)
            return 0;
        Summary all = first;
        std::size_t count = 1;
        for (; count < chunks.size() && chunks[count].end < m_stop && !all.whole.empty(); ++count)
            join(all, chunks[count]);
        addRun(all);
        return count;
    }
    void add(const Chunk &chunk, const Summary *known = nullptr)
    {
        const Run all{0, chunk.size(), known != nullptr ? known->begin : chunk.t.front(), known != nullptr ? known->end : chunk.t.back()};
        const auto time = [&](std::size_t i) { return i == 0 ? all.first : i + 1 == all.end ? all.last : chunk.t[i]; };
        const std::size_t end = indexAtOrAfter(chunk, all, m_to);
        std::size_t begin = indexAtOrAfter(chunk, all, m_from);
        while (begin < end) {
            seek(time(begin));
            const std::size_t stop = indexAtOrAfter(chunk, {begin, end, time(begin), time(end - 1)}, m_stop);
            addRun(summaryOfRun(chunk, begin, stop, known));
            begin = stop;
        }
    }
    [[nodiscard]] std::vector<Column> take() { return std::move(m_columns); }

private:
    /// Makes the column of `t`, a time within the range, the present one.
    void seek(std::int64_t t)
    {
        if (t >= m_begin && t < m_stop)
            return;
        m_column = m_grid.columnOf(t);
        m_begin = m_grid.start(m_column);
        m_stop = m_grid.start(m_column + 1);
    }
    /// `into` has a value: what is missing after it tells the next column, whatever it is.
    static void join(Summary &into, const Summary &next)
    {
        into.end = next.end;
        into.brokenAfter = next.brokenAfter || next.whole.empty();
        if (next.whole.empty())
            return;
        into.whole.min = std::min(into.whole.min, next.whole.min);
        into.whole.max = std::max(into.whole.max, next.whole.max);
        into.whole.last = next.whole.last;
    }
    void addRun(const Summary &run)
    {
        const std::int64_t before = std::exchange(m_newest, run.end).value_or(run.begin);
        m_broken = m_broken || static_cast<std::uint64_t>(run.begin) - static_cast<std::uint64_t>(before) > m_longestStep;
        if (run.whole.empty()) {
            m_broken = true;
            return;
        }
        Column &column = m_columns[m_column];
        const bool fresh = column.empty();
        MinMax all = fresh ? kNothing : MinMax{column.min, column.max};
        include(all, {run.whole.min, run.whole.max});
        column = {all.min, all.max, fresh ? run.whole.first : column.first, run.whole.last, fresh ? m_broken || run.whole.gap : column.gap};
        m_broken = run.brokenAfter;
    }

    ColumnGrid m_grid;
    std::int64_t m_from;
    std::int64_t m_to;
    std::uint64_t m_longestStep;
    std::optional<std::int64_t> m_newest; ///< time of the newest sample so far
    std::vector<Column> m_columns;
    std::size_t m_column = 0; ///< the present one, which is [m_begin, m_stop)
    std::int64_t m_begin;
    std::int64_t m_stop;
    bool m_broken = false; ///< a value was missing after the last finite one
};

} // namespace

void buildLevels(Chunk &chunk)
{
    chunk.levels.clear();
    for (std::size_t count = chunk.size(); count > 1 || (count == 1 && chunk.levels.empty());) {
        const std::size_t below = chunk.levels.size();
        std::vector<MinMax> cells((count + kFactor - 1) / kFactor, kNothing);
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = cellExtremes(chunk, below, i * kFactor, std::min((i + 1) * kFactor, count));
        count = cells.size();
        chunk.levels.push_back(std::move(cells));
    }
}

std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::int64_t from, std::int64_t to, std::size_t columns,
                           std::uint64_t longestStep)
{
    if (columns == 0 || from >= to)
        return std::vector<Column>(columns);
    while (!chunks.empty() && (!chunks.back() || chunks.back()->empty()))
        chunks = chunks.first(chunks.size() - 1);

    Reduction reduction(from, to, columns, longestStep);
    const auto begin = std::partition_point(chunks.begin(), chunks.end(),
                                            [from](const ChunkPtr &chunk) { return !chunk || chunk->empty() || chunk->t.back() < from; });
    for (auto chunk = begin; chunk != chunks.end(); ++chunk) {
        if (!*chunk || (*chunk)->empty())
            continue;
        if ((*chunk)->t.front() >= to)
            break;
        reduction.add(**chunk);
    }
    return reduction.take();
}

Summary summaryOf(const Chunk &chunk)
{
    return summaryOfRun(chunk, 0, chunk.size());
}

std::vector<Column> reduce(std::span<const ChunkPtr> chunks, std::span<const Summary> summaries, std::int64_t from, std::int64_t to,
                           std::size_t columns, std::uint64_t longestStep)
{
    if (columns == 0 || from >= to)
        return std::vector<Column>(columns);
    Reduction reduction(from, to, columns, longestStep);
    const auto first = std::ranges::partition_point(summaries, [from](const Summary &chunk) { return chunk.end < from; });
    auto at = static_cast<std::size_t>(first - summaries.begin());
    CutAhead ahead(ColumnGrid(from, to, columns), chunks, summaries, at);
    while (at < summaries.size() && summaries[at].begin < to) {
        const std::size_t added = reduction.addWhole(summaries.subspan(at));
        if (added == 0) {
            ahead.step();
            reduction.add(*chunks[at], &summaries[at]);
        }
        at += std::max<std::size_t>(added, 1);
    }
    return reduction.take();
}

} // namespace telltale::envelope
