// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::evaluate {

namespace {

std::vector<Ranked> strongestFirst(std::span<const Ranked> rows)
{
    std::vector<Ranked> sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end(), [](const Ranked &a, const Ranked &b) { return a.score > b.score; });
    return sorted;
}

/// Calls `step(anomalous, normal)` for the rows of each score, from the strongest down.
template <typename Step>
void forEachScore(const std::vector<Ranked> &sorted, Step step)
{
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t anomalous = 0;
        const std::size_t begin = i;
        for (; i < sorted.size() && sorted[i].score == sorted[begin].score; ++i)
            anomalous += sorted[i].anomalous ? 1 : 0;
        step(anomalous, i - begin - anomalous);
    }
}

double share(double part, double whole)
{
    return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

double rocArea(std::span<const Ranked> rows)
{
    double anomalous = 0.0;
    double normal = 0.0;
    double wins = 0.0; // pairs in which the anomalous row is the stronger one
    forEachScore(strongestFirst(rows), [&](std::size_t hits, std::size_t others) {
        wins += static_cast<double>(others) * (anomalous + 0.5 * static_cast<double>(hits));
        anomalous += static_cast<double>(hits);
        normal += static_cast<double>(others);
    });
    return share(wins, anomalous * normal);
}

double precisionRecallArea(std::span<const Ranked> rows)
{
    double anomalous = 0.0;
    double called = 0.0;
    double sum = 0.0;
    forEachScore(strongestFirst(rows), [&](std::size_t hits, std::size_t others) {
        anomalous += static_cast<double>(hits);
        called += static_cast<double>(hits + others);
        sum += static_cast<double>(hits) * anomalous / called;
    });
    return share(sum, anomalous);
}

std::vector<ThresholdRow> thresholdSweep(std::span<const Ranked> rows, std::size_t steps, double ownLimit)
{
    const std::vector<Ranked> sorted = strongestFirst(rows);
    std::vector<std::size_t> anomalousAbove{0}; // among the strongest 0, 1, … rows
    for (const Ranked &row : sorted)
        anomalousAbove.push_back(anomalousAbove.back() + (row.anomalous ? 1 : 0));
    std::vector<double> thresholds;
    for (std::size_t i = 0; i < steps && !sorted.empty(); ++i)
        thresholds.push_back(sorted[i * (sorted.size() - 1) / std::max<std::size_t>(steps - 1, 1)].score);
    if (!std::isnan(ownLimit))
        thresholds.push_back(ownLimit);
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());

    std::vector<ThresholdRow> sweep;
    const std::size_t anomalous = anomalousAbove.back();
    for (const double threshold : thresholds) {
        const auto below = std::partition_point(sorted.begin(), sorted.end(), [&](const Ranked &row) { return row.score >= threshold; });
        const auto called = static_cast<std::size_t>(below - sorted.begin());
        const std::size_t hits = anomalousAbove[called];
        sweep.push_back({threshold, Confusion(hits, called - hits, anomalous - hits, sorted.size() - called - (anomalous - hits)),
                         threshold == ownLimit});
    }
    return sweep;
}

} // namespace telltale::evaluate
