// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_knn_detector.h"

#include "core/detect/time_of_day.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kFewest = 4; ///< shingles to compare with

Result<std::unique_ptr<RawDetector>> makeShingleKnn(const Settings &settings, const std::vector<ChannelSpec> &, const std::string &)
{
    const ShingleKnnDetector::Setup setup{settings.count("d"), settings.count("k"), settings.count("library"), settings.flag("timeOfDay")};
    if (setup.neighbours > setup.library)
        return Error{ErrorKind::InvalidArgument, "more neighbours than shingles in the library", "k"};
    return std::unique_ptr<RawDetector>(std::make_unique<ShingleKnnDetector>(setup));
}

} // namespace

ShingleKnnDetector::ShingleKnnDetector(const Setup &setup)
    : m_setup(setup)
    , m_library(setup.width, setup.library)
    , m_nearest(setup.neighbours)
{
}

RawScore ShingleKnnDetector::judge(const Point &point)
{
    RawScore score;
    if (!usable(point, 0))
        return score;
    const double x = point.values[0];
    m_library.push(x, dayAngle(point.time));
    m_spread.add(x);
    score.raw = 0.0;
    score.yardstick = x;
    const std::size_t candidates = m_library.candidates(m_setup.width);
    if (candidates < kFewest)
        return score;

    const auto nearest = std::span(m_nearest).first(std::min(m_nearest.size(), candidates));
    std::fill(nearest.begin(), nearest.end(), Neighbour{});
    const ShingleQuestion question{m_setup.width, dayWeight(), nearest};
    m_library.answer({&question, 1});
    double distances = 0.0;
    double newest = 0.0;
    for (const Neighbour &neighbour : nearest) {
        distances += std::sqrt(neighbour.squaredDistance);
        newest += m_library.newestOf(neighbour);
    }
    const auto count = static_cast<double>(nearest.size());
    score.unitsPerRaw = std::sqrt(static_cast<double>(m_setup.width));
    score.raw = distances / count / score.unitsPerRaw;
    score.expected = newest / count;
    return score;
}

std::shared_ptr<const Precedent> ShingleKnnDetector::precedent() const
{
    return m_library.candidates(m_setup.width) < kFewest ? nullptr : m_library.compare(m_nearest.front(), m_setup.width);
}

double ShingleKnnDetector::dayWeight() const
{
    return m_setup.timeOfDay ? dayWeightOf(m_spread.variance(), m_setup.width) : 0.0;
}

DetectorKind shingleKnnKind()
{
    DetectorKind kind;
    kind.rule.kind = "shingle_knn";
    kind.rule.defaultStages = {"tail", "control"};
    kind.rule.text = "Compares the last values with all similar stretches of the sensor's own past; needs no training.";
    kind.rule.params = {
        numberRule("d", 10.0, 2.0, 64.0, "rows", "How many values form one shingle."),
        numberRule("k", 2.0, 1.0, 16.0, "rows", "How many nearest shingles are averaged."),
        numberRule("library", 4000.0, 16.0, 20000.0, "rows", "How many past shingles are kept."),
        flagRule("timeOfDay", true, "Prefer shingles from the same time of day (UTC)."),
        numberRule("warmUp", 750.0, 20.0, 1e6, "rows", "Rows before the first judgement; the stages measure their memory in it."),
    };
    kind.make = &makeShingleKnn;
    return kind;
}

} // namespace telltale::detect
