// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/t2_residual_detector.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

/// How fast the centre of a wandering feature follows in an alarm, as a share of the speed without. Chosen on the valve1 runs of the
/// Skoltech Anomaly Benchmark: none at all leaves a false alarm standing after a temperature has jumped, half the speed forgets faults.
constexpr double kFollowInAlarm = 0.25;

Result<std::unique_ptr<RawDetector>> makeT2Residual(const Settings &settings, const std::vector<ChannelSpec> &channels, const std::string &)
{
    if (channels.size() < 2)
        return Error{ErrorKind::InvalidArgument, "judges two sensors or more of one asset together, not " + std::to_string(channels.size()),
                     "t2_residual"};
    T2ResidualDetector::Setup setup;
    setup.fit = {settings.number("smoothing"), settings.number("ridge"), settings.number("shrink")};
    setup.warmUp = settings.count("warmUp");
    setup.limit = settings.number("limit");
    setup.drift = settings.number("drift");
    return std::unique_ptr<RawDetector>(std::make_unique<T2ResidualDetector>(setup, channels.size()));
}

double fourth(double x)
{
    return x * x * x * x;
}

/// Share of each in the sum of fourth powers, 0 where there is nothing to share.
std::vector<double> fourthPowerShares(const std::vector<double> &deviations)
{
    double sum = 0.0;
    for (const double each : deviations)
        sum += fourth(each);
    std::vector<double> shares(deviations.size(), 0.0);
    for (std::size_t j = 0; sum > 0.0 && j < shares.size(); ++j)
        shares[j] = fourth(deviations[j]) / sum;
    return shares;
}

std::size_t bytesOf(const std::vector<double> &values)
{
    return values.capacity() * sizeof(double);
}

std::size_t bytesOf(const T2Features &features)
{
    return bytesOf(features.level) + bytesOf(features.residual);
}

} // namespace

T2ResidualDetector::T2ResidualDetector(const Setup &setup, std::size_t channels) : m_setup(setup), m_channels(channels) {}

T2ResidualDetector::T2ResidualDetector(const Setup &setup, T2ResidualFit fit) : m_setup(setup), m_channels(fit.channels())
{
    start(std::move(fit));
}

void T2ResidualDetector::start(T2ResidualFit fit)
{
    m_fit = std::move(fit);
    m_smoothed = m_fit.smoothed;
    m_centre = m_centreThen = m_fit.centre;
    m_row = m_deviations = T2Features(m_channels);
}

void T2ResidualDetector::learn(std::span<const double> values)
{
    m_warmUp.insert(m_warmUp.end(), values.begin(), values.end());
    if (m_warmUp.size() < m_setup.warmUp * m_channels)
        return;
    start(fitT2Residual(m_warmUp, m_channels, m_setup.fit));
    m_warmUp = std::vector<double>(); // unlike {} or clear(), this gives the memory back
}

RawScore T2ResidualDetector::judge(const Point &point)
{
    RawScore score;
    for (std::size_t j = 0; j < m_channels; ++j) {
        if (!usable(point, j))
            return score;
    }
    if (!fitted()) {
        learn(point.values);
        return score;
    }
    m_values.assign(point.values.begin(), point.values.end());
    m_centreThen = m_centre;
    m_fit.standardise(point.values, m_row);
    smooth(m_smoothed, m_row, m_fit.newest);
    m_fit.deviate(m_smoothed, m_centre, m_deviations);
    score.raw = score.yardstick = rawScore();
    score.limit = beyond(m_setup.limit);
    // 1 is the 99 % quantile of the warm-up; beyond it the tail is taken to fall off exponentially.
    score.likelihood = 1.0 - std::pow(100.0, -score.raw);
    follow(score.raw >= score.limit);
    return score;
}

double T2ResidualDetector::rawScore() const
{
    return std::sqrt(strangeness(m_deviations.level) / m_fit.usualLevel * (strangeness(m_deviations.residual) / m_fit.usualResidual));
}

void T2ResidualDetector::follow(bool anomalous)
{
    const auto speed = [&](double drift) { return (anomalous ? kFollowInAlarm * drift : 1.0) / m_setup.drift; };
    for (std::size_t j = 0; j < m_channels; ++j) {
        m_centre.level[j] += speed(m_fit.drift.level[j]) * (m_smoothed.level[j] - m_centre.level[j]);
        m_centre.residual[j] += speed(m_fit.drift.residual[j]) * (m_smoothed.residual[j] - m_centre.residual[j]);
    }
}

std::vector<Contribution> T2ResidualDetector::contributions() const
{
    const std::vector<double> ofLevels = fourthPowerShares(m_deviations.level);
    const std::vector<double> ofResiduals = fourthPowerShares(m_deviations.residual);
    std::vector<Contribution> all;
    for (std::size_t j = 0; j < m_channels; ++j) {
        const double estimate = m_row.level[j] - m_row.residual[j] + m_centreThen.residual[j];
        all.push_back(
            {static_cast<std::uint32_t>(j), (ofLevels[j] + ofResiduals[j]) / 2.0, m_fit.mean[j] + m_fit.sd[j] * estimate, m_values[j]});
    }
    return all;
}

double T2ResidualDetector::warmUp() const
{
    return fitted() ? 1.0 : static_cast<double>(m_warmUp.size()) / static_cast<double>(m_setup.warmUp * m_channels);
}

std::size_t T2ResidualDetector::bytes() const
{
    std::size_t all = sizeof(*this);
    for (const std::vector<double> *each : {&m_warmUp, &m_values, &m_fit.mean, &m_fit.sd, &m_fit.weights, &m_fit.precision})
        all += bytesOf(*each);
    for (const T2Features *each :
         {&m_fit.centre, &m_fit.spread, &m_fit.drift, &m_fit.smoothed, &m_row, &m_smoothed, &m_centre, &m_centreThen, &m_deviations})
        all += bytesOf(*each);
    return all;
}

DetectorKind t2ResidualKind()
{
    DetectorKind kind;
    kind.rule.kind = "t2_residual";
    kind.rule.scope = DetectorRule::Scope::Asset;
    kind.rule.text = "Judges the sensors of an asset together: are they where they were, and does each still follow from the others.";
    // warmUp, limit, ridge and shrink as first defined; smoothing and drift chosen on the valve1 runs of the Skoltech Anomaly Benchmark.
    kind.rule.params = {
        numberRule("warmUp", 400.0, kFewestT2Rows, 20000.0, "rows", "Rows on which everything is fitted."),
        numberRule("limit", 2.0, 0.1, 1000.0, "", "Anomalous from here; 1 = as in the strangest percent of the warm-up."),
        numberRule("smoothing", 25.0, 1.0, 1000.0, "rows", "Span of the moving averages that are judged."),
        numberRule("drift", 150.0, 1.0, 1e6, "rows", "How slowly the centre follows while all is normal."),
        numberRule("ridge", 1.0, 1e-6, 1000.0, "", "Penalty on estimating a sensor from the others; larger trusts them less."),
        numberRule("shrink", 0.1, 1e-3, 1.0, "", "How far the correlations of the warm-up are drawn towards none."),
    };
    kind.hasOwnLimit = true;
    kind.make = &makeT2Residual;
    kind.fitsOnce = true;
    return kind;
}

} // namespace telltale::detect
