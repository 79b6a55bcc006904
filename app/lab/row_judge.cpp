// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/row_judge.h"

#include "app/lab/detector_choice.h"

#include <algorithm>
#include <cmath>

namespace telltale::app {

namespace {

constexpr std::size_t kRowsPerLook = 64;
constexpr std::chrono::hours kDay{24};
/// Further out nanoseconds since 1970 would overflow.
constexpr UtcTime kLatest = fromNanos(7'258'118'400'000'000'000);

/// What a model's channels, or without a model all columns, are called.
std::vector<std::string> channelNames(const std::vector<std::string> &columns, const TrainedModelPtr &model)
{
    if (!model)
        return columns;
    std::vector<std::string> names;
    for (const ModelChannel &channel : model->channels)
        names.push_back(channel.sensor);
    return names;
}

detect::ChannelSpec channelNamed(const std::string &sensor)
{
    return {sensor, {}, kMissing, kMissing, Duration::zero()};
}

double againstLimit(const Score &score)
{
    const double value = std::isnan(score.value) ? score.raw : score.value;
    return score.limit > 0.0 && std::isfinite(score.limit) ? value / score.limit : value;
}

/// As many days later as the rows before it were moved, but never past kLatest.
UtcTime moved(UtcTime time, Duration shift)
{
    return shift > Duration{0} && time > kLatest - shift ? kLatest : time + shift;
}

/// A time after `newest`, in the same hour of the day where that can be.
UtcTime laterDay(UtcTime time, UtcTime newest)
{
    const UtcTime later = time + std::chrono::ceil<std::chrono::days>(newest - time + Duration{1});
    return newest - time < std::chrono::hours(1) || later > kLatest ? newest + std::chrono::milliseconds(1) : later;
}

} // namespace

Result<RowJudge> RowJudge::open(const DetectorSpec &spec, const std::vector<std::string> &columns, const TrainedModelPtr &model)
{
    const Result<const DetectorRule *> rule = detectorNamed(spec.kind);
    if (!rule)
        return rule.error();
    RowJudge judge;
    std::vector<detect::ChannelSpec> channels;
    for (const std::string &name : channelNames(columns, model)) {
        const auto found = std::find(columns.begin(), columns.end(), name);
        if (found == columns.end())
            return Error{ErrorKind::NotFound, "the model needs a column \"" + name + '"', {}};
        judge.m_columns.push_back(static_cast<std::uint32_t>(found - columns.begin()));
        channels.push_back(channelNamed(name));
    }
    judge.m_row.resize(channels.size());
    judge.m_quality.assign(channels.size(), Quality::Good);
    judge.m_apart = judgesOneSensor(**rule);
    if (model && learnsAsItRuns(**rule))
        judge.m_knownUntil = model->training.last;
    for (std::size_t i = 0; i < (judge.m_apart ? channels.size() : 1); ++i) {
        const auto mine = judge.m_apart ? std::vector<detect::ChannelSpec>{channels[i]} : channels;
        Result<std::unique_ptr<detect::Detector>> detector = detect::makeDetector(spec, mine, mine.front().sensor, model);
        if (!detector)
            return detector.error();
        judge.m_detectors.push_back(std::move(*detector));
    }
    return judge;
}

Score RowJudge::judge(UtcTime time, std::span<const double> row)
{
    std::transform(m_columns.begin(), m_columns.end(), m_row.begin(), [&](std::uint32_t column) { return row[column]; });
    if (m_apart)
        return judgeApart(time);
    Score score = m_detectors.front()->update({time, m_row, m_quality});
    for (Contribution &each : score.contributions)
        each.channel = m_columns[each.channel];
    return score;
}

Score RowJudge::judgeApart(UtcTime time)
{
    Score strongest;
    std::vector<Contribution> all;
    double sum = 0.0;
    bool allDecided = true;
    for (std::size_t i = 0; i < m_detectors.size(); ++i) {
        const Score score = m_detectors[i]->update({time, {&m_row[i], 1}, {&m_quality[i], 1}});
        if (score.verdict == Verdict::NoDecision) {
            allDecided = false;
            continue;
        }
        all.push_back({m_columns[i], std::max(0.0, againstLimit(score)), score.expected, m_row[i]});
        sum += all.back().share;
        if (strongest.verdict == Verdict::NoDecision || againstLimit(score) > againstLimit(strongest)) {
            const bool pulse = strongest.pulse;
            strongest = score;
            strongest.pulse |= pulse;
        }
    }
    if (strongest.verdict != Verdict::Anomalous && !allDecided)
        return {}; // what could not be judged might have been anomalous
    if (strongest.verdict != Verdict::Anomalous || !(sum > 0.0))
        return strongest;
    for (Contribution &each : all)
        each.share /= sum;
    std::stable_sort(all.begin(), all.end(), [](const Contribution &a, const Contribution &b) { return a.share > b.share; });
    strongest.contributions = std::move(all);
    return strongest;
}

double RowJudge::strength(const Score &score) const
{
    if (m_detectors.size() > 1)
        return againstLimit(score);
    return std::isnan(score.value) ? score.raw : score.value;
}

std::size_t RowJudge::bytes() const
{
    std::size_t sum = 0;
    for (const auto &detector : m_detectors)
        sum += detector->bytes();
    return sum;
}

Result<JudgedTable> judgeTable(RowJudge &judge, const RowTable &table, RowOrder order, const std::function<bool(double)> &watch)
{
    JudgedTable judged;
    judged.scores.resize(table.rows());
    judged.strength.assign(table.rows(), kMissing);
    UtcTime newest = judge.knownUntil();
    Duration shift{0};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (row % kRowsPerLook == 0 && watch && !watch(static_cast<double>(row) / static_cast<double>(table.rows())))
            return Error{ErrorKind::Cancelled, "stopped", {}};
        UtcTime time = moved(table.times[row], shift);
        if (time <= newest && order == RowOrder::AsTimed) {
            ++judged.late;
            continue;
        }
        if (time <= newest) {
            const UtcTime later = laterDay(time, newest);
            shift += later - time;
            time = later;
        }
        newest = time;
        Score &score = judged.scores[row] = judge.judge(time, table.row(row));
        judged.strength[row] = judge.strength(score);
        judged.undecided += score.verdict == Verdict::NoDecision ? 1 : 0;
        judged.anomalous += score.verdict == Verdict::Anomalous ? 1 : 0;
    }
    return judged;
}

} // namespace telltale::app
