// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_fields.h"
#include "core/model/trained_model.h"

/// The fields of a model file, one table per type, as model_fields.h has them for what the journal holds. Names may be added to, never
/// changed.
namespace telltale {

template <typename A, Is<NumberTable> X>
void describe(A &a, X &x)
{
    a("name", x.name);
    a("columns", x.columns);
    a("values", x.values);
}

template <typename A, Is<ModelChannel> X>
void describe(A &a, X &x)
{
    a("sensor", x.sensor);
    a("mean", x.mean);
    a("sd", x.sd);
}

template <typename A, Is<TrainingRecord> X>
void describe(A &a, X &x)
{
    a("source", x.source);
    a("sourceSha256", x.sourceSha256);
    a("rows", x.rows);
    a("skipped", x.skipped);
    a("anomalous", x.anomalous);
    a("first", x.first);
    a("last", x.last);
    a("trainedAt", x.trainedAt);
    a("split", x.split);
    a("ordered", x.ordered);
    a("seed", x.seed);
}

template <typename A, Is<TrainedModel> X>
void describe(A &a, X &x)
{
    a("detector", x.detector);
    a("settings", x.settings);
    a("channels", x.channels);
    a("limit", x.limit);
    a("scoreQuantiles", x.scoreQuantiles);
    a("tables", x.tables);
    a("training", x.training);
}

} // namespace telltale
