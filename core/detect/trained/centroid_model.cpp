// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/centroid_model.h"

#include "core/detect/seeded_random.h"
#include "core/detect/trained/row_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace telltale::detect {

namespace {

constexpr int kMostSteps = 300;
constexpr const char *kTable = "centroids";

struct Nearest {
    std::size_t centroid = 0;
    double squared = std::numeric_limits<double>::infinity();
};

Nearest nearestCentroid(std::span<const double> centroids, std::span<const double> row)
{
    Nearest best;
    for (std::size_t i = 0; i * row.size() < centroids.size(); ++i) {
        const double squared = squaredDistance(row, centroids.subspan(i * row.size(), row.size()));
        if (squared < best.squared)
            best = {i, squared};
    }
    return best;
}

void append(std::vector<double> &centroids, std::span<const double> row)
{
    centroids.insert(centroids.end(), row.begin(), row.end());
}

/// k-means++: each next centroid is a row, the likelier the further it lies from those that are chosen.
Result<std::vector<double>> seeded(const ScaledRows &rows, std::size_t clusters, SeededRandom &random, const TrainingWatch &watch)
{
    std::vector<double> centroids;
    std::vector<double> nearest(rows.rows(), std::numeric_limits<double>::infinity()); // squared, to the centroids so far
    std::vector<double> sums(rows.rows());
    std::size_t chosen = random.below(rows.rows());
    append(centroids, rows.row(chosen));
    while (centroids.size() < clusters * rows.columns) {
        double sum = 0.0;
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            nearest[i] = std::min(nearest[i], squaredDistance(rows.row(i), rows.row(chosen)));
            sums[i] = sum += nearest[i];
        }
        const auto found = std::upper_bound(sums.begin(), sums.end(), random.uniform() * sum) - sums.begin();
        chosen = std::min(static_cast<std::size_t>(found), rows.rows() - 1);
        append(centroids, rows.row(chosen));
        if (watch && !watch(0.0))
            return Error{ErrorKind::Cancelled, "stopped", {}};
    }
    return centroids;
}

/// Moves every centroid to the mean of its rows; one without rows stays where it is.
void moveToMeans(const ScaledRows &rows, const std::vector<std::size_t> &clusterOf, std::vector<double> &centroids)
{
    std::vector<double> sums(centroids.size());
    std::vector<double> counts(centroids.size() / rows.columns);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        counts[clusterOf[i]] += 1.0;
        for (std::size_t j = 0; j < rows.columns; ++j)
            sums[clusterOf[i] * rows.columns + j] += rows.row(i)[j];
    }
    for (std::size_t i = 0; i < centroids.size(); ++i) {
        if (counts[i / rows.columns] > 0.0)
            centroids[i] = sums[i] / counts[i / rows.columns];
    }
}

/// True when a row changed its cluster.
bool assign(const ScaledRows &rows, std::span<const double> centroids, std::vector<std::size_t> &clusterOf)
{
    bool changed = false;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const std::size_t nearest = nearestCentroid(centroids, rows.row(i)).centroid;
        changed = changed || nearest != clusterOf[i];
        clusterOf[i] = nearest;
    }
    return changed;
}

Result<void> checkClusters(const Settings &settings, std::size_t rows, std::size_t)
{
    if (settings.count("clusters") > rows)
        return Error{ErrorKind::OutOfRange, "more clusters than rows (" + std::to_string(rows) + ')', "clusters"};
    return {};
}

/// One centre is found in one step. More may take all the steps there are: about a nanosecond for each of these and each step.
Result<void> checkTime(const Settings &settings, std::size_t rows, std::size_t channels)
{
    constexpr std::size_t kMost = 3'000'000;
    const std::size_t clusters = settings.count("clusters");
    if (clusters == 1 || rows * clusters * channels <= kMost)
        return {};
    return Error{ErrorKind::OutOfRange,
                 std::to_string(rows) + " rows times " + std::to_string(clusters) + " clusters times " + std::to_string(channels)
                     + " sensors take too long to learn while running (at most " + std::to_string(kMost) + "); train a model file",
                 "clusters"};
}

Result<Fit> fitKmeans(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch)
{
    const std::size_t clusters = settings.count("clusters");
    SeededRandom random(static_cast<std::uint64_t>(settings.number("seed")));
    Result<std::vector<double>> seeds = seeded(rows, clusters, random, watch);
    if (!seeds)
        return seeds.error();
    std::vector<double> centroids = std::move(*seeds);
    std::vector<std::size_t> clusterOf(rows.rows(), clusters);
    for (int step = 0; step < kMostSteps && assign(rows, centroids, clusterOf); ++step) {
        moveToMeans(rows, clusterOf, centroids);
        if (watch && !watch(static_cast<double>(step) / kMostSteps))
            return Error{ErrorKind::Cancelled, "stopped", {}};
    }
    Fit fit;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        fit.scores.push_back(std::sqrt(nearestCentroid(centroids, rows.row(i)).squared));
    fit.tables = {{kTable, static_cast<std::uint32_t>(rows.columns), std::move(centroids)}};
    return fit;
}

Result<std::shared_ptr<const FittedModel>> loadKmeans(const Settings &, const TrainedModel &model)
{
    const Result<const NumberTable *> table = tableOf(model, kTable, model.channels.size());
    if (!table)
        return table.error();
    return std::shared_ptr<const FittedModel>(std::make_shared<CentroidModel>(model.channels.size(), (*table)->values));
}

} // namespace

CentroidModel::CentroidModel(std::size_t channels, std::vector<double> centroids) : m_channels(channels), m_centroids(std::move(centroids))
{
}

double CentroidModel::score(std::span<const double> row) const
{
    return std::sqrt(nearestCentroid(m_centroids, row).squared);
}

void CentroidModel::explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const
{
    const std::size_t nearest = nearestCentroid(m_centroids, row).centroid;
    std::copy_n(&m_centroids[nearest * m_channels], m_channels, expected.begin());
    distanceShares(row, expected, share);
}

std::size_t CentroidModel::bytes() const
{
    return sizeof(*this) + m_centroids.capacity() * sizeof(double);
}

DetectorKind kmeansKind()
{
    DetectorKind kind;
    kind.rule.kind = "kmeans";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "Distance of an asset's readings from the nearest of the centres they usually lie around (k-means).";
    kind.rule.params = {
        numberRule("clusters", 1.0, 1.0, 256.0, "count", "How many centres."),
        numberRule("seed", 17.0, 0.0, 1e9, "count", "Of the random choice of first centres."),
        shareParam(),
    };
    for (ParamRule &param : trainedParams(20.0, 20000.0))
        kind.rule.params.push_back(std::move(param));
    kind.hasOwnLimit = true;
    kind.trained = TrainedKind{false, &fitKmeans, &loadKmeans, {}, &checkClusters, &checkTime};
    return kind;
}

} // namespace telltale::detect
