// SPDX-License-Identifier: GPL-3.0-or-later
// Distances are summed anew for every row. Keeping them and adding only the newest column would need fewer operations, but after one
// spike of 1e9 the kept sums are off by hundreds until it has left, which is when it matters. Doubles for the same reason: a level of
// 1e9 with noise of 1 on it is an ordinary counter, and float would round the noise away.
#include "core/detect/shingle_distance.h"

#include "core/detect/target_clones.h"

#include <algorithm>

namespace telltale::detect {

namespace {

constexpr std::size_t kBlock = 32;

/// Keeps `nearest` sorted; `squared` is known to be smaller than its last entry.
void insert(std::span<Neighbour> nearest, double squared, std::size_t index)
{
    std::size_t place = nearest.size() - 1;
    for (; place > 0 && nearest[place - 1].squaredDistance > squared; --place)
        nearest[place] = nearest[place - 1];
    nearest[place] = {squared, index};
}

double squaredDistance(const ShingleRun &run, const ShingleQuery &query, std::size_t i)
{
    const float cosine = static_cast<float>(run.cosine[i] - query.day.cosine);
    const float sine = static_cast<float>(run.sine[i] - query.day.sine);
    double sum = static_cast<double>(cosine * cosine + sine * sine) * query.dayWeight;
    for (std::size_t j = 0; j < query.width; ++j) {
        const double difference = *(run.newest + i - j) - *(query.newest - j);
        sum += difference * difference;
    }
    return sum;
}

} // namespace

TELLTALE_TARGET_CLONES
void findNearest(const ShingleRun &run, const ShingleQuery &query, std::span<Neighbour> nearest)
{
    double worst = nearest.back().squaredDistance;
    std::size_t start = 0;
    for (; start + kBlock <= run.count; start += kBlock) {
        double sums[kBlock];
        for (std::size_t i = 0; i < kBlock; ++i) {
            const float cosine = static_cast<float>(run.cosine[start + i] - query.day.cosine);
            const float sine = static_cast<float>(run.sine[start + i] - query.day.sine);
            sums[i] = static_cast<double>(cosine * cosine + sine * sine) * query.dayWeight;
        }
        for (std::size_t j = 0; j < query.width; ++j) {
            const double *values = run.newest + start - j;
            const double wanted = *(query.newest - j);
            for (std::size_t i = 0; i < kBlock; ++i) {
                const double difference = values[i] - wanted;
                sums[i] += difference * difference;
            }
        }
        std::int64_t nearer = 0;
        for (std::size_t i = 0; i < kBlock; ++i)
            nearer |= sums[i] < worst ? 1 : 0;
        if (nearer == 0)
            continue;
        for (std::size_t i = 0; i < kBlock; ++i) {
            if (sums[i] < worst) {
                insert(nearest, sums[i], start + i);
                worst = nearest.back().squaredDistance;
            }
        }
    }
    for (; start < run.count; ++start) {
        const double sum = squaredDistance(run, query, start);
        if (sum < worst) {
            insert(nearest, sum, start);
            worst = nearest.back().squaredDistance;
        }
    }
}

} // namespace telltale::detect
