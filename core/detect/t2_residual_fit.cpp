// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/t2_residual_fit.h"

#include "core/detect/quantile.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::VectorXd;
using Eigen::Index;

constexpr double kZCap = 100.0;
constexpr Index kSettled = 20;      ///< rows until the smoothed features have forgotten that they started at one row
constexpr Index kQuantileFrom = 60; ///< rows that do not count for the quantiles
constexpr double kQuantile = 0.99;
constexpr double kSmallestSpread = 1e-3; ///< in standard deviations of the warm-up
constexpr double kStillSpread =
    0.1; ///< for a channel whose own deviation was raised to the smallest: half of what smoothing leaves of noise
constexpr double kSmallestUsual = 1e-3; ///< where nothing moved during the warm-up
constexpr double kSmallestSd = 1e-9;
constexpr double kSmallestRelativeSd = 1e-3; ///< of the mean: a sensor that hardly moves is not measured by its last digit

// Chosen on the valve1 runs of the Skoltech Anomaly Benchmark, and on its anomaly-free run with faults added so that they did not become
// too fond of temperatures and a valve. F1 on valve1 moves by less than 0.006 when the cap is 4 or 6, or the ramp 0.3 … 0.8 or a step.
constexpr Index kBlock = 20;            ///< rows; slower than this is slow
constexpr double kSteadyShare = 0.4;    ///< share of the variance that is slow: up to here the feature varies about a level
constexpr double kWanderingShare = 0.7; ///< and from here it wanders
constexpr double kWanderingCap = 5.0;   ///< in spreads, for a feature that surely wanders

Eigen::Map<Vector> asVector(std::vector<double> &values)
{
    return {values.data(), static_cast<Index>(values.size())};
}

Eigen::Map<const Matrix> asMatrix(const std::vector<double> &values, std::size_t channels)
{
    return {values.data(), static_cast<Index>(channels), static_cast<Index>(channels)};
}

std::vector<double> stored(const Vector &values)
{
    return {values.data(), values.data() + values.size()};
}

std::vector<double> stored(const Matrix &values)
{
    return {values.data(), values.data() + values.size()};
}

/// Of each column, about its mean, as a whole population.
Vector deviationOf(const Matrix &rows)
{
    const Matrix centred = rows.rowwise() - rows.colwise().mean();
    return (centred.colwise().squaredNorm() / static_cast<double>(rows.rows())).cwiseSqrt().transpose();
}

/// Ridge regressions of each column on all others, all at once: row j of −P/Pjj, with P the inverse of ZᵀZ + penalty, has the weights.
Matrix estimateWeights(const Matrix &z, double ridge)
{
    const double penalty = ridge * static_cast<double>(z.rows());
    const Matrix gram = z.transpose() * z + penalty * Matrix::Identity(z.cols(), z.cols());
    const Matrix inverse = gram.llt().solve(Matrix::Identity(z.cols(), z.cols()));
    Matrix weights = -(inverse.diagonal().cwiseInverse().asDiagonal() * inverse);
    weights.diagonal().setZero();
    return weights;
}

/// Share of each column's variance that is still there in means of kBlock rows, as 0 (steady) to 1 (wandering).
Vector driftOf(const Matrix &rows)
{
    Matrix blocks(rows.rows() / kBlock, rows.cols());
    for (Index i = 0; i < blocks.rows(); ++i)
        blocks.row(i) = rows.middleRows(i * kBlock, kBlock).colwise().mean();
    const Vector slow = deviationOf(blocks);
    const Vector all = deviationOf(rows);
    Vector drift(rows.cols());
    for (Index j = 0; j < drift.size(); ++j) {
        const double share = all[j] > 0.0 ? slow[j] * slow[j] / (all[j] * all[j]) : 0.0;
        drift[j] = std::clamp((share - kSteadyShare) / (kWanderingShare - kSteadyShare), 0.0, 1.0);
    }
    return drift;
}

Matrix smoothedRows(const Matrix &rows, double newest)
{
    Matrix smoothed = rows;
    for (Index i = 1; i < rows.rows(); ++i)
        smoothed.row(i) = smoothed.row(i - 1) + newest * (rows.row(i) - smoothed.row(i - 1));
    return smoothed;
}

/// Without `least`, a still channel that counts a thousandth of its mean as one deviation would be measured by its last digit here.
Vector spreadOf(const Matrix &smoothed, const Vector &least)
{
    return (deviationOf(smoothed).array() + kSmallestSpread).max(least.array());
}

Matrix precisionOf(const Matrix &smoothed, const Vector &centre, const Vector &spread, double shrink)
{
    const Matrix scaled = (smoothed.rowwise() - centre.transpose()) * spread.cwiseInverse().asDiagonal();
    const Matrix identity = Matrix::Identity(scaled.cols(), scaled.cols());
    const Matrix covariance = scaled.transpose() * scaled / static_cast<double>(scaled.rows() - 1);
    return ((1.0 - shrink) * covariance + shrink * identity).llt().solve(identity);
}

/// At least a little, where nothing moved.
double usualOf(std::vector<double> strange)
{
    std::sort(strange.begin(), strange.end());
    return std::max(quantileOf(std::span<const double>(strange), kQuantile), kSmallestUsual);
}

void fitUsual(T2ResidualFit &fit, const Matrix &levels, const Matrix &residuals)
{
    std::vector<double> levelScores;
    std::vector<double> residualScores;
    T2Features at(fit.channels());
    T2Features deviations(fit.channels());
    for (Index i = kQuantileFrom; i < levels.rows(); ++i) {
        asVector(at.level) = levels.row(i);
        asVector(at.residual) = residuals.row(i);
        fit.deviate(at, fit.centre, deviations);
        levelScores.push_back(strangeness(deviations.level));
        residualScores.push_back(strangeness(deviations.residual));
    }
    fit.usualLevel = usualOf(std::move(levelScores));
    fit.usualResidual = usualOf(std::move(residualScores));
    fit.smoothed = at;
}

/// A feature that wanders for sure may be kWanderingCap spreads away, one that perhaps does, more.
double capped(double deviation, double drift)
{
    return drift > 0.0 ? std::clamp(deviation, -kWanderingCap / drift, kWanderingCap / drift) : deviation;
}

} // namespace

void T2ResidualFit::standardise(std::span<const double> values, T2Features &row) const
{
    for (std::size_t j = 0; j < values.size(); ++j)
        row.level[j] = std::clamp((values[j] - mean[j]) / sd[j], -kZCap, kZCap);
    asVector(row.residual).noalias() = asVector(row.level) - asMatrix(weights, channels()) * asVector(row.level);
}

void T2ResidualFit::deviate(const T2Features &at, const T2Features &from, T2Features &deviations) const
{
    const std::size_t p = channels();
    for (std::size_t j = 0; j < p; ++j) {
        // The levels' own deviations are kept in `residual` until the matrix has been applied.
        deviations.residual[j] = capped((at.level[j] - from.level[j]) / spread.level[j], drift.level[j]);
    }
    asVector(deviations.level).noalias() = asMatrix(precision, p) * asVector(deviations.residual);
    for (std::size_t j = 0; j < p; ++j) {
        deviations.level[j] /= std::sqrt(precision[j * p + j]);
        deviations.residual[j] = capped((at.residual[j] - from.residual[j]) / spread.residual[j], drift.residual[j]);
    }
}

void smooth(T2Features &smoothed, const T2Features &row, double newest)
{
    for (std::size_t j = 0; j < row.level.size(); ++j) {
        smoothed.level[j] += newest * (row.level[j] - smoothed.level[j]);
        smoothed.residual[j] += newest * (row.residual[j] - smoothed.residual[j]);
    }
}

double strangeness(std::span<const double> deviations)
{
    double sum = 0.0;
    for (const double each : deviations)
        sum += each * each * each * each;
    return std::pow(sum / static_cast<double>(deviations.size()), 0.25);
}

T2ResidualFit fitT2Residual(std::span<const double> rows, std::size_t channels, const T2FitSetup &setup)
{
    const auto p = static_cast<Index>(channels);
    const Eigen::Map<const Matrix> values(rows.data(), static_cast<Index>(rows.size()) / p, p);
    const Vector mean = values.colwise().mean();
    const Vector found = deviationOf(values);
    const Vector sd = found.cwiseMax(kSmallestRelativeSd * mean.cwiseAbs()).array() + kSmallestSd;
    const Vector leastSpread = kStillSpread * (1.0 - (found.array() / sd.array()));
    const Matrix z = (values.rowwise() - mean.transpose()) * sd.cwiseInverse().asDiagonal();
    const Matrix weights = estimateWeights(z, setup.ridge);
    const Matrix residual = z - z * weights.transpose();

    T2ResidualFit fit;
    fit.newest = 2.0 / (setup.smoothing + 1.0);
    fit.mean = stored(mean);
    fit.sd = stored(sd);
    fit.weights = stored(weights);
    fit.drift.level = stored(driftOf(z));
    fit.drift.residual = stored(driftOf(residual));
    const Matrix levels = smoothedRows(z, fit.newest);
    const Matrix residuals = smoothedRows(residual, fit.newest);
    const Matrix settled = levels.bottomRows(levels.rows() - kSettled);
    const Vector centre = settled.colwise().mean();
    const Vector spread = spreadOf(settled, leastSpread);
    fit.centre = T2Features(channels);
    fit.centre.level = stored(centre);
    fit.spread.level = stored(spread);
    fit.spread.residual = stored(spreadOf(residuals.bottomRows(residuals.rows() - kSettled), leastSpread));
    fit.precision = stored(precisionOf(settled, centre, spread, setup.shrink));
    fitUsual(fit, levels, residuals);
    return fit;
}

} // namespace telltale::detect
