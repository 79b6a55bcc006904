// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/rcf_detector.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace telltale::detect {

namespace {

bool usableRow(const Point &point)
{
    for (std::size_t channel = 0; channel < point.values.size(); ++channel) {
        if (!usable(point, channel))
            return false;
    }
    return true;
}

/// 8 rows, or as many as make a point of 32 values: more sensors say as much in fewer rows, and the memory stays within bounds.
std::size_t shingleFor(std::size_t channels)
{
    constexpr std::size_t kRows = 8;
    constexpr std::size_t kValues = 32;
    return std::clamp<std::size_t>(kValues / channels, 1, kRows);
}

Result<std::unique_ptr<RawDetector>> makeRcf(const Settings &settings, const std::vector<ChannelSpec> &channels,
                                             const std::string &seedName)
{
    RcfDetector::Setup setup;
    setup.cutOff = settings.number("cutOff");
    setup.warmUpRows = settings.count("warmUp");
    setup.zScore = settings.flag("zScore");
    setup.forest.trees = settings.count("trees");
    setup.forest.samples = settings.count("samples");
    setup.forest.channels = channels.size();
    const double shingle = settings.number("shingle");
    setup.forest.shingle = std::isnan(shingle) ? shingleFor(channels.size()) : static_cast<std::size_t>(shingle);
    const double timeDecay = settings.number("timeDecay");
    setup.forest.timeDecay = std::isnan(timeDecay) ? 0.1 / settings.number("samples") : timeDecay;
    const std::size_t dimensions = setup.forest.shingle * channels.size();
    if (dimensions > cut::kMaxDimensions)
        return Error{ErrorKind::InvalidArgument,
                     std::to_string(channels.size()) + " sensors times " + std::to_string(setup.forest.shingle) + " rows are "
                         + std::to_string(dimensions) + " values; at most " + std::to_string(cut::kMaxDimensions) + " make a point",
                     "shingle"};
    return std::unique_ptr<RawDetector>(std::make_unique<RcfDetector>(setup, SeededRandom(settings.count("seed"), seedName)));
}

} // namespace

RcfDetector::RcfDetector(const Setup &setup, SeededRandom random)
    : m_setup(setup)
    , m_forest(setup.forest, random)
    , m_frames(setup.forest.channels, ChannelFrame(setup.zScore && setup.forest.channels > 1))
    , m_row(setup.forest.channels)
{
}

void RcfDetector::push(std::span<const double> values)
{
    for (std::size_t channel = 0; channel < values.size(); ++channel)
        m_row[channel] = m_frames[channel].framed(values[channel], RandomCutForest::kFarthest);
    m_forest.push(m_row);
}

void RcfDetector::collect(std::span<const double> values)
{
    m_first.insert(m_first.end(), values.begin(), values.end());
    if (m_rows < kOriginRows)
        return;
    const std::size_t channels = m_frames.size();
    for (std::size_t channel = 0; channel < channels; ++channel) {
        std::vector<double> own;
        for (std::size_t at = channel; at < m_first.size(); at += channels)
            own.push_back(m_first[at]);
        m_frames[channel].setOrigin(std::move(own));
    }
    for (std::size_t row = 0; row < kOriginRows; ++row) {
        push(std::span(m_first).subspan(row * channels, channels));
        if (m_forest.hasPoint())
            m_forest.learn();
    }
    m_first = {};
}

RawScore RcfDetector::judge(const Point &point)
{
    RawScore score;
    if (!usableRow(point))
        return score;
    ++m_rows;
    if (m_newestIsToLearn)
        m_forest.learn();
    m_newestIsToLearn = false;
    for (std::size_t channel = 0; channel < m_frames.size(); ++channel)
        m_frames[channel].add(point.values[channel]);
    if (m_rows <= kOriginRows) {
        collect(point.values);
        return score;
    }
    push(point.values);
    if (!m_forest.hasPoint())
        return score;
    m_newestIsToLearn = true;
    m_last.assign(point.values.begin(), point.values.end());
    judgeByOwnScores(score);
    if (m_frames.size() == 1)
        score.expected = m_frames.front().unframed(m_forest.expected(0));
    return score;
}

void RcfDetector::judgeByOwnScores(RawScore &score)
{
    constexpr double kLeastDeviation = 0.01; // of the mean
    score.raw = score.yardstick = 0.0;
    if (m_forest.mass() < std::min(m_setup.forest.samples, m_setup.warmUpRows) / 4)
        return;
    score.raw = score.yardstick = m_forest.score();
    if (m_rows > m_setup.warmUpRows && m_scores.count() > 0) {
        const double deviation = std::max(std::sqrt(m_scores.sampleVariance()), kLeastDeviation * m_scores.mean());
        score.limit = beyond(m_scores.mean() + m_setup.cutOff * deviation);
        score.likelihood = std::erf(std::max(0.0, score.raw - m_scores.mean()) / deviation / std::numbers::sqrt2);
    }
    m_scores.add(std::isnan(score.limit) ? score.raw : std::min(score.raw, score.limit));
}

std::vector<Contribution> RcfDetector::contributions() const
{
    if (m_frames.size() == 1)
        return {};
    std::vector<Contribution> all;
    for (std::size_t channel = 0; channel < m_frames.size(); ++channel)
        all.push_back({static_cast<std::uint32_t>(channel), 0.0, m_frames[channel].unframed(m_forest.expected(channel)), m_last[channel]});
    const std::vector<double> shares = m_forest.attribution();
    for (std::size_t i = 0; i < shares.size(); ++i)
        all[i % all.size()].share += shares[i];
    return all;
}

double RcfDetector::warmUp() const
{
    return std::min(1.0, static_cast<double>(m_rows) / static_cast<double>(m_setup.warmUpRows));
}

std::size_t RcfDetector::bytes() const
{
    std::size_t bytes = sizeof(*this) - sizeof(m_forest) + m_forest.bytes();
    for (const ChannelFrame &frame : m_frames)
        bytes += frame.bytes();
    return bytes;
}

DetectorKind rcfKind()
{
    DetectorKind kind;
    kind.rule.kind = "rcf";
    kind.rule.scope = DetectorRule::Scope::Either;
    kind.rule.defaultStages = {"control"};
    kind.rule.text = "Random cut forest: how hard the last rows are to tell from a sample of the past, for one sensor or an asset.";
    kind.rule.params = {
        numberRule("trees", 50.0, 1.0, 1000.0, "count", "How many trees are asked."),
        numberRule("samples", 256.0, 16.0, 2048.0, "rows", "How many past points each tree holds."),
        numberRule("shingle", kMissing, 1.0, 256.0, "rows",
                   "How many of the last rows form one point; left out, 8, or fewer for more than four sensors."),
        numberRule("cutOff", 2.5, 0.1, 100.0, "", "Anomalous from the mean of its own scores plus so many standard deviations."),
        numberRule("timeDecay", kMissing, 0.0, 1.0, "", "How fast past points lose their place, per row; left out, 0.1 / samples."),
        flagRule("zScore", true, "Several sensors: measure each in its own spread, so that all weigh alike."),
        numberRule("warmUp", 750.0, 20.0, 1e6, "rows", "Rows before the first judgement; the stages measure their memory in it."),
        numberRule("seed", 0.0, 0.0, 1e9, "count", "Other cuts, with everything else equal."),
    };
    kind.hasOwnLimit = true;
    kind.make = &makeRcf;
    return kind;
}

} // namespace telltale::detect
