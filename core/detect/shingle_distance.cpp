// SPDX-License-Identifier: GPL-3.0-or-later
// Distances are summed anew for every row. Keeping them and adding only the newest column would need fewer operations, but after one
// spike of 1e9 the kept sums are off by hundreds until it has left, which is when it matters. Doubles for the same reason: a level of
// 1e9 with noise of 1 on it is an ordinary counter, and float would round the noise away.
#include "core/detect/shingle_distance.h"

#include "core/detect/target_clones.h"

#include <algorithm>
#include <type_traits>

namespace telltale::detect {

namespace {

constexpr std::size_t kBlock = 32;

/// What shingles [from, to) mean for one search; `squares` begins at shingle `first`.
void keepNearer(const ShingleSearch &search, const double *squares, std::size_t first, std::size_t from, std::size_t to)
{
    const std::size_t end = std::min(search.to, to);
    for (std::size_t i = std::max(search.from, from); i < end; ++i) {
        if (squares[i - first] < search.nearest.back().squaredDistance)
            insertNeighbour(search.nearest, squares[i - first], i);
    }
}

/// Adds the squared differences of columns [from, to) to the sums of a block. The count is a constant where it matters, so that the
/// compiler keeps the sums in vector registers.
template <typename Count>
[[gnu::always_inline]] inline void addColumns(double *sums, Count count, const double *newest, const ShingleQuery &query, std::size_t from,
                                              std::size_t to)
{
    for (std::size_t j = from; j < to; ++j) {
        const double *values = newest - j;
        const double wanted = *(query.newest - j);
        for (std::size_t i = 0; i < count; ++i)
            sums[i] += (values[i] - wanted) * (values[i] - wanted);
    }
}

template <typename Count>
[[gnu::always_inline]] inline void addDay(double *dayed, const double *sums, Count count, const ShingleRun &run, std::size_t first,
                                          DayPosition day, double weight)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float cosine = static_cast<float>(run.cosine[first + i] - day.cosine);
        const float sine = static_cast<float>(run.sine[first + i] - day.sine);
        dayed[i] = sums[i] + static_cast<double>(cosine * cosine + sine * sine) * weight;
    }
}

template <typename Count>
[[gnu::always_inline]] inline bool anyBelow(const double *squares, Count count, double worst)
{
    std::int64_t below = 0;
    for (std::size_t i = 0; i < count; ++i)
        below |= squares[i] < worst ? 1 : 0;
    return below != 0;
}

/// All searches over shingles [first, first + count), of which those before `fresh` were looked at already.
template <typename Count>
[[gnu::always_inline]] inline void searchBlock(const ShingleRun &run, const ShingleQuery &query, std::span<const ShingleSearch> searches,
                                               std::size_t first, std::size_t fresh, Count count)
{
    double sums[kBlock] = {};
    double dayed[kBlock];
    std::size_t columns = 0;
    for (const ShingleSearch &search : searches) {
        addColumns(sums, count, run.newest + first, query, columns, search.width);
        columns = search.width;
        const double *squares = sums;
        if (search.dayWeight > 0.0) {
            addDay(dayed, sums, count, run, first, query.day, search.dayWeight);
            squares = dayed;
        }
        if (anyBelow(squares, count, search.nearest.back().squaredDistance))
            keepNearer(search, squares, first, fresh, first + count);
    }
}

} // namespace

TELLTALE_TARGET_CLONES
void findNearest(const ShingleRun &run, const ShingleQuery &query, std::span<const ShingleSearch> searches)
{
    if (run.count < kBlock) {
        searchBlock(run, query, searches, 0, 0, run.count);
        return;
    }
    // The last block reaches back into the one before, so that it is a whole one too.
    for (std::size_t start = 0; start < run.count; start += kBlock)
        searchBlock(run, query, searches, std::min(start, run.count - kBlock), start, std::integral_constant<std::size_t, kBlock>());
}

} // namespace telltale::detect
