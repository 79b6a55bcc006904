// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_drift.h"

#include "core/detect/running_moments.h"

#include <cmath>

namespace telltale::study {

namespace {

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
