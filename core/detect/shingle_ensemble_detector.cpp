// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/shingle_ensemble_detector.h"

#include "core/detect/time_of_day.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

constexpr std::size_t kFewest = 4; ///< shingles to compare with

/// What is looked for in the library, in ascending order of width.
struct Search {
    std::size_t width;
    bool timeOfDay;
};
constexpr std::array<Search, 4> kSearches{{{5, false}, {10, false}, {10, true}, {20, false}}};
constexpr std::size_t kExpectedFrom = 1; ///< the search whose neighbours say what was to be expected
constexpr std::size_t kWidest = kSearches.back().width;

using Shape = TailFit::Shape;

/// What is made of the distances of one search. Each tail fitted to them is an opinion of its own.
struct Voice {
    std::size_t search; ///< index in kSearches
    std::vector<TailFit::Setup> tails;
    [[nodiscard]] double weight() const { return static_cast<double>(tails.size()); }
};
const std::array<Voice, 4> kVoices{{
    {2, {{Shape::Pareto, 0.95}}},
    {1, {{Shape::Pareto, 0.95}, {Shape::Exponential, 0.90}}},
    {0, {{Shape::Exponential, 0.90}}},
    {3, {{Shape::Exponential, 0.90}}},
}};
const TailFit::Setup kSeasonTail{Shape::Pareto, 0.90};
constexpr double kSeasonWeight = 2.0;
constexpr double kAllWeights = 7.0;

Result<std::unique_ptr<RawDetector>> makeShingleEnsemble(const Settings &settings, const std::vector<ChannelSpec> &, const std::string &)
{
    const ShingleEnsembleDetector::Setup setup{settings.count("library"), settings.count("tailHistory"), settings.number("warmUp")};
    return std::unique_ptr<RawDetector>(std::make_unique<ShingleEnsembleDetector>(setup));
}

} // namespace

ShingleEnsembleDetector::ShingleEnsembleDetector(const Setup &setup) : m_library(kWidest, setup.library)
{
    static_assert(kSearches.size() == std::tuple_size_v<decltype(m_nearest)>);
    for (const Voice &voice : kVoices)
        m_tails.emplace_back(TailLikelihood::Setup{voice.tails, setup.history, setup.warmUp});
    m_tails.emplace_back(TailLikelihood::Setup{{kSeasonTail}, setup.history, setup.warmUp});
}

RawScore ShingleEnsembleDetector::judge(const Point &point)
{
    RawScore score;
    if (!usable(point, 0))
        return score;
    const double x = point.values[0];
    m_library.push(x, dayAngle(point.time));
    m_moments.add(x);
    m_yardstick.add(x);
    search();
    const double spread = m_yardstick.spread();
    double sum = 0.0;
    for (std::size_t i = 0; i < kVoices.size(); ++i)
        sum += kVoices[i].weight() * m_tails[i].judge(distanceOf(kVoices[i].search), spread);
    const std::optional<double> usual = m_season.usual(point.time);
    sum += kSeasonWeight * m_tails.back().judge(usual ? std::abs(x - *usual) : 0.0, spread);
    m_season.learn(point.time, x);
    score.raw = spread > 0.0 ? sum / kAllWeights : 0.0;
    score.yardstick = x;
    score.expected = expected(usual.value_or(x));
    return score;
}

void ShingleEnsembleDetector::search()
{
    std::array<ShingleQuestion, kSearches.size()> questions;
    for (std::size_t i = 0; i < kSearches.size(); ++i) {
        m_nearest[i].fill({});
        const std::size_t found = std::min(kNeighbours, std::max<std::size_t>(1, m_library.candidates(kSearches[i].width)));
        questions[i] = {kSearches[i].width, kSearches[i].timeOfDay ? dayWeightOf(m_moments.variance(), kSearches[i].width) : 0.0,
                        std::span(m_nearest[i]).first(found)};
    }
    m_library.answer(questions);
}

/// Mean distance to the nearest shingles, a value; 0 as long as there are too few to compare with.
double ShingleEnsembleDetector::distanceOf(std::size_t search) const
{
    const std::size_t width = kSearches[search].width;
    if (m_library.candidates(width) < kFewest)
        return 0.0;
    double sum = 0.0;
    for (const Neighbour &neighbour : m_nearest[search])
        sum += std::sqrt(neighbour.squaredDistance) / kNeighbours;
    return sum / std::sqrt(static_cast<double>(width));
}

std::shared_ptr<const Precedent> ShingleEnsembleDetector::precedent() const
{
    const std::size_t width = kSearches[kExpectedFrom].width;
    return m_library.candidates(width) < kFewest ? nullptr : m_library.compare(m_nearest[kExpectedFrom].front(), width);
}

double ShingleEnsembleDetector::expected(double fallback) const
{
    if (m_library.candidates(kSearches[kExpectedFrom].width) < kFewest)
        return fallback;
    double sum = 0.0;
    for (const Neighbour &neighbour : m_nearest[kExpectedFrom])
        sum += m_library.newestOf(neighbour);
    return sum / kNeighbours;
}

double ShingleEnsembleDetector::halfWidthAt(double s) const
{
    double sum = 0.0;
    double weights = 0.0;
    for (std::size_t i = 0; i < kVoices.size(); ++i) {
        sum += kVoices[i].weight() * m_tails[i].rawAt(s) * std::sqrt(static_cast<double>(kSearches[kVoices[i].search].width));
        weights += kVoices[i].weight();
    }
    return sum / weights;
}

std::size_t ShingleEnsembleDetector::bytes() const
{
    std::size_t all = sizeof(*this) + m_library.bytes() + m_yardstick.bytes();
    for (const TailLikelihood &tail : m_tails)
        all += sizeof(tail) + tail.bytes();
    return all;
}

DetectorKind shingleEnsembleKind()
{
    DetectorKind kind;
    kind.rule.kind = "shingle_ensemble";
    kind.rule.defaultStages = {"control"};
    kind.rule.text = "Compares the last 5, 10 and 20 values with the sensor's own past and with the hour of the day; needs no training.";
    kind.rule.params = {
        numberRule("library", 4000.0, 16.0, 20000.0, "rows", "How many past shingles are kept."),
        numberRule("warmUp", 750.0, 20.0, 1e6, "rows", "Rows before the first judgement; the stages measure their memory in it."),
    };
    kind.givesTail = true;
    kind.make = &makeShingleEnsemble;
    return kind;
}

} // namespace telltale::detect
