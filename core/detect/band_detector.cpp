// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/band_detector.h"

#include <algorithm>
#include <numbers>

namespace telltale::detect {

namespace {

Result<std::unique_ptr<RawDetector>> makeBand(const Settings &settings, const std::vector<ChannelSpec> &, const std::string &)
{
    BandDetector::Setup setup;
    setup.k = settings.number("k");
    setup.minSd = settings.number("minSd");
    setup.fitRows = settings.count("warmUp");
    const double mean = settings.number("mean");
    const double sd = settings.number("sd");
    if (std::isnan(mean) != std::isnan(sd))
        return Error{ErrorKind::InvalidArgument, "mean and sd are given together or not at all", std::isnan(mean) ? "mean" : "sd"};
    if (!std::isnan(mean)) {
        setup.fitRows = 0;
        setup.mean = mean;
        setup.sd = sd;
    }
    return std::unique_ptr<RawDetector>(std::make_unique<BandDetector>(setup));
}

} // namespace

BandDetector::BandDetector(const Setup &setup) : m_setup(setup)
{
    if (m_setup.fitRows > 0)
        m_setup.mean = 0.0;
    else
        m_setup.sd = flooredSd(m_setup.sd);
}

double BandDetector::flooredSd(double sd) const
{
    constexpr double kSmallest = 1e-12;
    return std::max({sd, m_setup.minSd, 1e-9 * std::abs(m_setup.mean), kSmallest});
}

void BandDetector::fit(double x)
{
    m_fitted.add(x);
    m_setup.mean = m_fitted.mean();
    if (m_fitted.count() == m_setup.fitRows)
        m_setup.sd = flooredSd(std::sqrt(m_fitted.sampleVariance()));
}

RawScore BandDetector::judge(const Point &point)
{
    RawScore score;
    if (!usable(point, 0))
        return score;
    const double x = point.values[0];
    if (m_fitted.count() < m_setup.fitRows) {
        fit(x);
        return score;
    }
    const double z = (x - m_setup.mean) / m_setup.sd;
    score.yardstick = std::clamp(z, -kScoreCap, kScoreCap);
    score.raw = std::abs(score.yardstick);
    score.limit = beyond(m_setup.k);
    score.likelihood = std::erf(score.raw / std::numbers::sqrt2);
    score.expected = m_setup.mean;
    score.unitsPerRaw = m_setup.sd;
    return score;
}

double BandDetector::warmUp() const
{
    return m_setup.fitRows == 0 ? 1.0 : static_cast<double>(m_fitted.count()) / static_cast<double>(m_setup.fitRows);
}

DetectorKind bandKind()
{
    DetectorKind kind;
    kind.rule.kind = "band";
    kind.rule.text = "Fixed band around a mean, given or fitted once: anomalous beyond k standard deviations.";
    kind.rule.params = {
        numberRule("k", 3.72, 0.1, 1000.0, "", "Half width of the band in standard deviations."),
        numberRule("mean", kMissing, -kLargestValue, kLargestValue, "x", "Middle of the band; left out, it is fitted."),
        numberRule("sd", kMissing, 0.0, kLargestValue, "x", "Standard deviation; left out, it is fitted."),
        numberRule("minSd", 0.0, 0.0, kLargestValue, "x", "The standard deviation is never taken smaller than this."),
        numberRule("warmUp", 200.0, 2.0, 1e6, "rows", "Rows on which mean and standard deviation are fitted."),
    };
    kind.hasOwnLimit = true;
    kind.make = &makeBand;
    kind.fitsOnce = true;
    return kind;
}

} // namespace telltale::detect
