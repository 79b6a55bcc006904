// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/knn_model.h"

#include "core/detect/trained/row_distance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kMostNeighbours = 64;
constexpr std::size_t kScoredRows = 2000; ///< of the training rows, evenly chosen: enough for a quantile, and quick
constexpr double kFewestRows = 70.0;      ///< of a warm-up: more than neighbours
constexpr double kMostRows = 20000.0;
constexpr const char *kRows = "rows";
constexpr const char *kLabels = "anomalous";

using Nearest = std::array<Neighbour, kMostNeighbours>;

/// The nearest k, or fewer where there are fewer rows.
std::span<Neighbour> findNearest(const NearestRows &rows, std::span<const double> row, std::size_t k, Nearest &space,
                                 std::size_t leaveOut = NearestRows::kNone)
{
    const std::span<Neighbour> nearest(space.data(), std::min(k, rows.rows() - (leaveOut == NearestRows::kNone ? 0 : 1)));
    rows.find(row, nearest, leaveOut);
    return nearest;
}

void meanOf(const NearestRows &rows, std::span<const Neighbour> nearest, std::span<double> mean)
{
    for (std::size_t column = 0; column < mean.size(); ++column) {
        double sum = 0.0;
        for (const Neighbour &each : nearest)
            sum += rows.at(each.index, column);
        mean[column] = sum / static_cast<double>(nearest.size());
    }
}

double shareOfAnomalous(std::span<const Neighbour> nearest, std::span<const char> anomalous)
{
    const auto votes = std::count_if(nearest.begin(), nearest.end(), [&](const Neighbour &each) { return anomalous[each.index] != 0; });
    return static_cast<double>(votes) / static_cast<double>(nearest.size());
}

/// Scores training rows against all the others.
template <typename ScoreOf>
Result<std::vector<double>> leaveOneOut(const ScaledRows &rows, const NearestRows &library, std::size_t k, const TrainingWatch &watch,
                                        ScoreOf scoreOf)
{
    std::vector<double> scores;
    const std::size_t step = std::max<std::size_t>(1, rows.rows() / kScoredRows);
    for (std::size_t i = 0; i < rows.rows(); i += step) {
        Nearest space;
        scores.push_back(scoreOf(findNearest(library, rows.row(i), k, space, i)));
        if (watch && i % 64 == 0 && !watch(static_cast<double>(i) / static_cast<double>(rows.rows())))
            return Error{ErrorKind::Cancelled, "stopped", {}};
    }
    return scores;
}

Result<void> checkNeighbours(const Settings &settings, std::size_t rows, std::size_t)
{
    if (settings.count("k") >= rows)
        return Error{ErrorKind::OutOfRange, "as many neighbours as rows (" + std::to_string(rows) + ") or more", "k"};
    return {};
}

Result<Fit> fitKnn(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch, bool vote)
{
    const std::size_t k = settings.count("k");
    const NearestRows library(rows.columns, rows.values);
    Result<std::vector<double>> scores = leaveOneOut(rows, library, k, watch, [&](std::span<const Neighbour> nearest) {
        return vote ? shareOfAnomalous(nearest, rows.anomalous) : std::sqrt(nearest.back().squaredDistance);
    });
    if (!scores)
        return scores.error();
    Fit fit;
    fit.scores = std::move(*scores);
    fit.tables.push_back({kRows, static_cast<std::uint32_t>(rows.columns), rows.values});
    if (vote) {
        fit.tables.push_back({kLabels, 1, {rows.anomalous.begin(), rows.anomalous.end()}});
        fit.naturalLimit = 0.5;
    }
    return fit;
}

Result<Fit> fitKnnDistance(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch)
{
    return fitKnn(settings, rows, watch, false);
}

Result<Fit> fitKnnVote(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch)
{
    return fitKnn(settings, rows, watch, true);
}

Result<std::shared_ptr<const FittedModel>> loadKnnDistance(const Settings &settings, const TrainedModel &model)
{
    const Result<const NumberTable *> rows = tableOf(model, kRows, model.channels.size());
    if (!rows)
        return rows.error();
    return std::shared_ptr<const FittedModel>(
        std::make_shared<KnnDistanceModel>(NearestRows((*rows)->columns, (*rows)->values), settings.count("k")));
}

std::vector<double> normalRows(const NumberTable &rows, const NumberTable &labels)
{
    std::vector<double> normal;
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        if (labels.values[i / rows.columns] == 0.0)
            normal.push_back(rows.values[i]);
    }
    return normal;
}

Result<std::shared_ptr<const FittedModel>> loadKnnVote(const Settings &settings, const TrainedModel &model)
{
    const Result<const NumberTable *> rows = tableOf(model, kRows, model.channels.size());
    if (!rows)
        return rows.error();
    const Result<const NumberTable *> labels = tableOf(model, kLabels, 1);
    if (!labels)
        return labels.error();
    if ((*labels)->rows() != (*rows)->rows())
        return Error{ErrorKind::Corrupt, "expected one label per row", std::string("tables.") + kLabels};
    const auto isLabel = [](double label) { return label == 0.0 || label == 1.0; };
    if (!std::all_of((*labels)->values.begin(), (*labels)->values.end(), isLabel))
        return Error{ErrorKind::Corrupt, "expected 0 and 1", std::string("tables.") + kLabels};
    std::vector<char> anomalous;
    for (const double label : (*labels)->values)
        anomalous.push_back(label != 0.0 ? 1 : 0);
    const std::vector<double> normal = normalRows(**rows, **labels);
    if (normal.empty())
        return Error{ErrorKind::Corrupt, "no row is labelled normal", std::string("tables.") + kLabels};
    return std::shared_ptr<const FittedModel>(std::make_shared<KnnVoteModel>(
        NearestRows((*rows)->columns, (*rows)->values), std::move(anomalous), NearestRows((*rows)->columns, normal), settings.count("k")));
}

ParamRule neighboursParam()
{
    return numberRule("k", 5.0, 1.0, static_cast<double>(kMostNeighbours), "count", "How many nearest rows count.");
}

} // namespace

KnnDistanceModel::KnnDistanceModel(NearestRows rows, std::size_t k) : m_rows(std::move(rows)), m_k(k) {}

double KnnDistanceModel::score(std::span<const double> row) const
{
    Nearest space;
    return std::sqrt(findNearest(m_rows, row, m_k, space).back().squaredDistance);
}

void KnnDistanceModel::explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const
{
    Nearest space;
    meanOf(m_rows, findNearest(m_rows, row, m_k, space), expected);
    distanceShares(row, expected, share);
}

KnnVoteModel::KnnVoteModel(NearestRows rows, std::vector<char> anomalous, NearestRows normal, std::size_t k)
    : m_rows(std::move(rows))
    , m_anomalous(std::move(anomalous))
    , m_normal(std::move(normal))
    , m_k(k)
{
}

double KnnVoteModel::score(std::span<const double> row) const
{
    Nearest space;
    return shareOfAnomalous(findNearest(m_rows, row, m_k, space), m_anomalous);
}

void KnnVoteModel::explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const
{
    Nearest space;
    meanOf(m_normal, findNearest(m_normal, row, m_k, space), expected);
    distanceShares(row, expected, share);
}

DetectorKind knnDistanceKind()
{
    DetectorKind kind;
    kind.rule.kind = "knn_distance";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "Distance of an asset's readings from the nearest readings it was trained on.";
    kind.rule.params = {neighboursParam(), shareParam()};
    for (ParamRule &param : trainedParams(kFewestRows, kMostRows))
        kind.rule.params.push_back(std::move(param));
    kind.hasOwnLimit = true;
    kind.trained = TrainedKind{false, &fitKnnDistance, &loadKnnDistance, "k", &checkNeighbours};
    return kind;
}

DetectorKind knnVoteKind()
{
    DetectorKind kind;
    kind.rule.kind = "knn_vote";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "What most of the nearest labelled readings were: normal or anomalous. Needs a trained model.";
    kind.rule.params = {neighboursParam()};
    for (ParamRule &param : trainedParams(kFewestRows, kMostRows, 1.0))
        kind.rule.params.push_back(std::move(param));
    kind.hasOwnLimit = true;
    kind.trained = TrainedKind{true, &fitKnnVote, &loadKnnVote, "k", &checkNeighbours};
    return kind;
}

} // namespace telltale::detect
