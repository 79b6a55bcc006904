// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_drift.h"

#include "core/detect/running_moments.h"

#include <chrono>
#include <cmath>
#include <span>

namespace telltale::study {

namespace {

constexpr std::size_t kRowsBetweenWatches = 512;

/// Of a column of the remembered rows; NaN where there is no value at all.
ModelChannel momentsOf(const NumberTable &rows, std::size_t column, const std::string &sensor)
{
    detect::RunningMoments moments;
    for (std::size_t i = column; i < rows.values.size(); i += rows.columns) {
        if (!std::isnan(rows.values[i]))
            moments.add(rows.values[i]);
    }
    if (moments.count() == 0)
        return {sensor, kMissing, kMissing};
    return {sensor, moments.mean(), std::sqrt(moments.variance())};
}

} // namespace

std::vector<ModelChannel> dataMoments(const TrainedModel &model)
{
    const NumberTable *rows = model.table("rows");
    std::vector<ModelChannel> moments;
    for (std::size_t i = 0; i < model.channels.size(); ++i) {
        const ModelChannel &channel = model.channels[i];
        const bool scaled = channel.mean != 0.0 || channel.sd != 1.0;
        if (scaled)
            moments.push_back(channel);
        else if (rows != nullptr && rows->columns == model.channels.size() + 1)
            moments.push_back(momentsOf(*rows, i + 1, channel.sensor));
    }
    return moments;
}

Result<double> limitReached(const TrainedModel &model, const std::vector<detect::ChannelSpec> &channels, const std::string &seedName,
                            const StudyWatch &watch)
{
    const NumberTable *rows = model.table("rows");
    if (rows == nullptr || rows->columns != channels.size() + 1)
        return kMissing;
    // Without stages: those behind it move their own limits with every alert.
    const auto detector = detect::makeDetector({model.detector, model.settings, {}, true}, channels, seedName);
    if (!detector)
        return kMissing;
    const std::vector<Quality> quality(channels.size(), Quality::Good);
    double limit = kMissing;
    for (std::size_t row = 0; row < rows->rows(); ++row) {
        if (row % kRowsBetweenWatches == 0 && watch && !watch(static_cast<double>(row) / static_cast<double>(rows->rows())))
            return Error{ErrorKind::Cancelled, "stopped", {}};
        const std::span<const double> cells = std::span(rows->values).subspan(row * rows->columns, rows->columns);
        const UtcTime time = UtcTime{std::chrono::microseconds(static_cast<std::int64_t>(cells[0]))};
        const Score score = (*detector)->update({time, cells.subspan(1), quality});
        limit = score.verdict == Verdict::NoDecision ? limit : score.limit;
    }
    return limit;
}

CutOffChart cutOffChart(const std::vector<TrainedModelPtr> &models)
{
    CutOffChart chart;
    std::vector<double> cutOffs;
    for (const TrainedModelPtr &model : models) {
        if (!std::isfinite(model->limit))
            continue;
        chart.models.push_back(model);
        cutOffs.push_back(model->limit);
    }
    if (cutOffs.empty())
        return chart;
    chart.limits = evaluate::controlLimits(cutOffs);
    chart.rules = evaluate::controlSignals(cutOffs, chart.limits);
    return chart;
}

} // namespace telltale::study
