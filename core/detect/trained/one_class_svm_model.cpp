// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/trained/one_class_svm_model.h"

#include "core/detect/trained/one_class_svm_training.h"
#include "core/detect/trained/radial_sum.h"
#include "core/detect/trained/row_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace telltale::detect {

namespace {

constexpr const char *kVectors = "vectors";
constexpr const char *kAlpha = "alpha";
constexpr const char *kGamma = "gamma";
constexpr std::size_t kMostChannels = 256;

/// 1 / (channels · variance of all values).
double scaleGamma(const ScaledRows &rows)
{
    const auto count = static_cast<double>(rows.values.size());
    const double mean = std::accumulate(rows.values.begin(), rows.values.end(), 0.0) / count;
    double squares = 0.0;
    for (const double value : rows.values)
        squares += (value - mean) * (value - mean);
    return 1.0 / (static_cast<double>(rows.columns) * std::max(squares / count, 1e-12));
}

Result<void> checkChannels(const Settings &, std::size_t, std::size_t channels)
{
    if (channels > kMostChannels)
        return Error{ErrorKind::OutOfRange, "expected at most 256 channels, found " + std::to_string(channels), "ocsvm"};
    return {};
}

/// To a kernel far too wide all rows are one, and what it flags is the solver's rounding.
Result<void> checkKernel(const Fit &fit, double nu, double gamma)
{
    constexpr double kFew = 5.0;
    const auto rows = static_cast<double>(fit.scores.size());
    const auto flagged = std::count_if(fit.scores.begin(), fit.scores.end(), [&](double score) { return score > fit.naturalLimit; });
    std::string what;
    if (fit.naturalLimit < 2.0 * kSolverTolerance)
        what = "all rows learned from look the same";
    else if (static_cast<double>(flagged) > 2.0 * nu * rows + kFew)
        what =
            std::to_string(flagged) + " of the " + std::to_string(fit.scores.size()) + " rows learned from lie outside, far more than nu";
    if (what.empty())
        return {};
    return Error{ErrorKind::OutOfRange, what + ": the kernel does not suit them with " + numberText(gamma), "gamma"};
}

Result<Fit> fitOneClassSvm(const Settings &settings, const ScaledRows &rows, const TrainingWatch &watch)
{
    const double gamma = settings.number("gamma") > 0.0 ? settings.number("gamma") : scaleGamma(rows);
    const Result<SupportVectors> found = trainOneClassSvm(rows, {settings.number("nu"), gamma}, watch);
    if (!found)
        return found.error();
    const OneClassSvmModel model(rows.columns, found->vectors, found->alpha, gamma);
    Fit fit;
    // Rows on the boundary itself, often many, are normal, whichever side the solver's tolerance leaves them on.
    fit.naturalLimit = model.weight() - found->rho + kSolverTolerance;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        fit.scores.push_back(model.score(rows.row(i)));
    if (const Result<void> fits = checkKernel(fit, settings.number("nu"), gamma); !fits)
        return fits.error();
    fit.tables = {{kVectors, static_cast<std::uint32_t>(rows.columns), found->vectors}, {kAlpha, 1, found->alpha}, {kGamma, 1, {gamma}}};
    return fit;
}

Error corrupt(const char *what, const char *table)
{
    return {ErrorKind::Corrupt, what, std::string("tables.") + table};
}

/// Scores are worked out in single precision.
Result<void> checkRange(std::span<const double> vectors, std::size_t channels, std::span<const double> alpha, double gamma)
{
    constexpr double kFarthest = 1e15; // squares of such distances are numbers still
    const auto isWeight = [](double each) { return each >= static_cast<double>(std::numeric_limits<float>::min()) && each <= 1.0; };
    if (!std::all_of(alpha.begin(), alpha.end(), isWeight))
        return corrupt("expected numbers above 0, at most 1", kAlpha);
    const std::vector<double> centre = columnMeans(vectors, channels);
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        if (std::abs(vectors[i] - centre[i % channels]) * std::sqrt(gamma) > kFarthest)
            return corrupt("too narrow for vectors that lie so far apart", kGamma);
    }
    return {};
}

Result<std::shared_ptr<const FittedModel>> loadOneClassSvm(const Settings &, const TrainedModel &model)
{
    if (model.channels.size() > kMostChannels)
        return Error{ErrorKind::Corrupt, "expected at most 256 channels", "channels"};
    const Result<const NumberTable *> vectors = tableOf(model, kVectors, model.channels.size());
    const Result<const NumberTable *> alpha = tableOf(model, kAlpha, 1);
    const Result<const NumberTable *> gamma = tableOf(model, kGamma, 1);
    for (const Result<const NumberTable *> *each : {&vectors, &alpha, &gamma}) {
        if (!*each)
            return each->error();
    }
    if ((*alpha)->rows() != (*vectors)->rows() || (*gamma)->rows() != 1 || (*gamma)->values[0] <= 0.0)
        return Error{ErrorKind::Corrupt, "expected one alpha per support vector and one positive gamma", "tables"};
    if (const Result<void> fits = checkRange((*vectors)->values, model.channels.size(), (*alpha)->values, (*gamma)->values[0]); !fits)
        return fits.error();
    return std::shared_ptr<const FittedModel>(
        std::make_shared<OneClassSvmModel>(model.channels.size(), (*vectors)->values, (*alpha)->values, (*gamma)->values[0]));
}

} // namespace

OneClassSvmModel::OneClassSvmModel(std::size_t channels, std::span<const double> vectors, std::span<const double> alpha, double gamma)
    : m_channels(channels)
    , m_count(alpha.size())
    , m_padded((alpha.size() + kRadialBlock - 1) / kRadialBlock * kRadialBlock)
    , m_toExponent(std::sqrt(gamma * std::numbers::log2e))
    , m_centre(columnMeans(vectors, channels))
    , m_vectors(m_padded * channels)
    , m_alpha(m_padded)
    , m_weight(std::accumulate(alpha.begin(), alpha.end(), 0.0))
{
    for (std::size_t i = 0; i < alpha.size(); ++i) {
        m_alpha[i] = static_cast<float>(alpha[i]);
        for (std::size_t j = 0; j < channels; ++j)
            m_vectors[j * m_padded + i] = exponentOf(vectors[i * channels + j], j);
    }
}

float OneClassSvmModel::exponentOf(double value, std::size_t channel) const
{
    constexpr double kFarthest = 1e18; // its square is a float, and nothing that lies so far away is held by any vector
    return static_cast<float>(std::clamp((value - m_centre[channel]) * m_toExponent, -kFarthest, kFarthest));
}

double OneClassSvmModel::score(std::span<const double> row) const
{
    std::array<float, kMostChannels> wanted;
    for (std::size_t j = 0; j < m_channels; ++j)
        wanted[j] = exponentOf(row[j], j);
    const double held = radialSum({m_vectors.data(), m_alpha.data(), m_padded}, std::span<const float>(wanted.data(), m_channels));
    return std::max(0.0, m_weight - held);
}

void OneClassSvmModel::explain(std::span<const double> row, std::span<double> expected, std::span<double> share) const
{
    std::vector<double> exponents(m_count);
    for (std::size_t i = 0; i < m_count; ++i) {
        for (std::size_t j = 0; j < m_channels; ++j) {
            const double difference = static_cast<double>(m_vectors[j * m_padded + i]) - static_cast<double>(exponentOf(row[j], j));
            exponents[i] -= difference * difference;
        }
    }
    // Far from all support vectors every term would be 0: only their proportions count.
    const double largest = *std::max_element(exponents.begin(), exponents.end());
    double sum = 0.0;
    std::fill(expected.begin(), expected.end(), 0.0);
    for (std::size_t i = 0; i < m_count; ++i) {
        const double weight = m_alpha[i] * std::exp2(exponents[i] - largest);
        sum += weight;
        for (std::size_t j = 0; j < m_channels; ++j)
            expected[j] += weight * m_vectors[j * m_padded + i];
    }
    for (std::size_t j = 0; j < m_channels; ++j)
        expected[j] = m_centre[j] + expected[j] / sum / m_toExponent;
    distanceShares(row, expected, share);
}

std::size_t OneClassSvmModel::bytes() const
{
    return sizeof(*this) + m_centre.capacity() * sizeof(double) + (m_vectors.capacity() + m_alpha.capacity()) * sizeof(float);
}

DetectorKind ocsvmKind()
{
    DetectorKind kind;
    kind.rule.kind = "ocsvm";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "One-class support vector machine: how far an asset's readings lie outside the region that was learned.";
    kind.rule.params = {
        numberRule("nu", 0.04, 1e-6, 1.0, "", "Share of the training rows that may lie outside the region."),
        numberRule("gamma", 0.0, 0.0, 1e9, "", "Width of the kernel; 0 = 1 / (channels · variance)."),
    };
    for (ParamRule &param : trainedParams(20.0, 5000.0))
        kind.rule.params.push_back(std::move(param));
    kind.hasOwnLimit = true;
    kind.trained = TrainedKind{false, &fitOneClassSvm, &loadOneClassSvm, {}, &checkChannels};
    return kind;
}

} // namespace telltale::detect
