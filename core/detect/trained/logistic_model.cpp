// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/logistic_model.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace telltale::detect {

namespace {

constexpr const char *kWeights = "weights";
constexpr const char *kIntercept = "intercept";
constexpr const char *kMean = "mean";

double sigmoid(double x)
{
    return x >= 0.0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x));
}

/// log(1 + e^x) without overflow.
double softPlus(double x)
{
    return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
}

/// The problem in matrix form, with a last column of ones for the intercept.
struct Problem {
    Eigen::MatrixXd rows;
    Eigen::VectorXd labels;
    Eigen::VectorXd penalty; ///< per weight; 0 for the intercept
    double lossWeight = 1.0;
};

Problem problemOf(const ScaledRows &rows, double c)
{
    const auto n = static_cast<Eigen::Index>(rows.rows());
    const auto d = static_cast<Eigen::Index>(rows.columns);
    using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Problem problem;
    problem.rows.resize(n, d + 1);
    problem.rows.leftCols(d) = Eigen::Map<const RowMajor>(rows.values.data(), n, d);
    problem.rows.col(d).setOnes();
    problem.labels.resize(n);
    for (Eigen::Index i = 0; i < n; ++i)
        problem.labels[i] = rows.anomalous[static_cast<std::size_t>(i)];
    problem.penalty = Eigen::VectorXd::Constant(d + 1, c > 0.0 ? 1.0 : 0.0);
    problem.penalty[d] = 0.0;
    problem.lossWeight = c > 0.0 ? c : 1.0;
    return problem;
}

double lossOf(const Problem &problem, const Eigen::VectorXd &weights)
{
    const Eigen::VectorXd x = problem.rows * weights;
    double loss = 0.0;
    for (Eigen::Index i = 0; i < x.size(); ++i)
        loss += softPlus(x[i]) - problem.labels[i] * x[i];
    return problem.lossWeight * loss + 0.5 * weights.cwiseAbs2().dot(problem.penalty);
}

struct NewtonStep {
    Eigen::VectorXd move;
    double promise = 0.0; ///< how much less the loss would be after it, doubled
};

/// A small ridge keeps it defined where columns depend on each other.
NewtonStep newtonStep(const Problem &problem, const Eigen::VectorXd &weights)
{
    const Eigen::VectorXd p = (problem.rows * weights).unaryExpr(&sigmoid);
    const Eigen::VectorXd gradient =
        problem.lossWeight * (problem.rows.transpose() * (p - problem.labels)) + weights.cwiseProduct(problem.penalty);
    const Eigen::VectorXd curvature = p.cwiseProduct(Eigen::VectorXd::Ones(p.size()) - p);
    Eigen::MatrixXd hessian = problem.lossWeight * (problem.rows.transpose() * curvature.asDiagonal() * problem.rows);
    hessian.diagonal() += problem.penalty;
    hessian.diagonal().array() += 1e-10;
    NewtonStep step;
    step.move = hessian.ldlt().solve(gradient);
    step.promise = gradient.dot(step.move);
    return step;
}

/// The largest part of `move` that does not make it worse.
void stepDown(const Problem &problem, Eigen::VectorXd &weights, Eigen::VectorXd move, double &loss)
{
    double next = lossOf(problem, weights - move);
    for (int halving = 0; halving < 40 && !(next <= loss); ++halving)
        next = lossOf(problem, weights - (move *= 0.5));
    if (!(next <= loss))
        return;
    weights -= move;
    loss = next;
}

Result<Eigen::VectorXd> minimise(const Problem &problem, const TrainingWatch &watch)
{
    constexpr int kMostSteps = 100;
    constexpr double kSmallPromise = 1e-10; // of the loss; so near, the next whole step is as good as exact
    constexpr double kPerfect = 1e-6;       // loss per row that only a plane between the classes reaches
    const bool penalised = problem.penalty[0] > 0.0;
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(problem.rows.cols());
    double loss = lossOf(problem, weights);
    for (int step = 0; step < kMostSteps; ++step) {
        const NewtonStep next = newtonStep(problem, weights);
        if (!next.move.allFinite() || (!penalised && loss < kPerfect * static_cast<double>(problem.rows.rows())))
            break;
        if (next.promise <= kSmallPromise * loss)
            return Eigen::VectorXd(weights - next.move);
        stepDown(problem, weights, next.move, loss);
        if (watch && !watch(static_cast<double>(step) / kMostSteps))
            return Error{ErrorKind::Cancelled, "stopped", {}};
    }
    return Error{ErrorKind::OutOfRange, "no best weights exist: a plane separates the labels perfectly; a smaller C above 0 helps", "C"};
}

Result<Fit> fitLogistic(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch)
{
    const Problem problem = problemOf(rows, settings.number("C"));
    const Result<Eigen::VectorXd> found = minimise(problem, watch);
    if (!found)
        return found.error();
    const Eigen::VectorXd &weights = *found;
    const auto columns = static_cast<std::uint32_t>(rows.columns);
    const Eigen::VectorXd mean = problem.rows.colwise().mean();
    Fit fit;
    fit.naturalLimit = 0.5;
    fit.tables = {{kWeights, columns, {weights.data(), weights.data() + columns}},
                  {kIntercept, 1, {weights[columns]}},
                  {kMean, columns, {mean.data(), mean.data() + columns}}};
    const Eigen::VectorXd scores = (problem.rows * weights).unaryExpr(&sigmoid);
    fit.scores.assign(scores.data(), scores.data() + scores.size());
    return fit;
}

Result<std::shared_ptr<const FittedModel>> loadLogistic(const Settings &, const TrainedModel &model)
{
    const Result<const NumberTable *> weights = tableOf(model, kWeights, model.channels.size());
    const Result<const NumberTable *> intercept = tableOf(model, kIntercept, 1);
    const Result<const NumberTable *> mean = tableOf(model, kMean, model.channels.size());
    for (const Result<const NumberTable *> *each : {&weights, &intercept, &mean}) {
        if (!*each)
            return each->error();
        if ((**each)->rows() != 1)
            return Error{ErrorKind::Corrupt, "expected one row", "tables." + (**each)->name};
    }
    return std::shared_ptr<const FittedModel>(
        std::make_shared<LogisticModel>((*weights)->values, (*intercept)->values.front(), (*mean)->values));
}

} // namespace

LogisticModel::LogisticModel(std::vector<double> weights, double intercept, std::vector<double> mean)
    : m_weights(std::move(weights))
    , m_intercept(intercept)
    , m_mean(std::move(mean))
{
}

double LogisticModel::score(std::span<const double> row) const
{
    return sigmoid(std::inner_product(row.begin(), row.end(), m_weights.begin(), m_intercept));
}

void LogisticModel::explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        expected[i] = m_mean[i];
        share[i] = std::max(0.0, m_weights[i] * (row[i] - m_mean[i]));
    }
}

std::size_t LogisticModel::bytes() const
{
    return sizeof(*this) + (m_weights.capacity() + m_mean.capacity()) * sizeof(double);
}

DetectorKind logisticKind()
{
    DetectorKind kind;
    kind.rule.kind = "logistic";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "Logistic regression on labelled readings: the probability that a reading is anomalous. Needs a trained model.";
    kind.rule.params = {numberRule("C", 1.0, 0.0, 1e9, "", "Weight of the data against the penalty on large weights; 0 = no penalty.")};
    for (ParamRule &param : trainedParams(20.0, 20000.0, 1.0))
        kind.rule.params.push_back(std::move(param));
    kind.hasOwnLimit = true;
    kind.trained = TrainedKind{true, &fitLogistic, &loadLogistic};
    return kind;
}

} // namespace telltale::detect
