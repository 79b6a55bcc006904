// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/trained_model.h"

namespace telltale::test {

/// A model with something in every field.
inline TrainedModel smallModel()
{
    TrainedModel model;
    model.detector = "kmeans";
    model.settings = {{"clusters", 2.0}, {"zScore", true}, {"name", std::string("left \"pump\"")}};
    model.channels = {{"temperature", 21.5, 0.1}, {"pressure", -3e300, 5e-324}};
    model.limit = 13.6;
    model.scoreQuantiles = {0.0, 0.1, 1.0 / 3.0};
    model.tables = {{"centroids", 2, {0.1, -0.0, 1e-300, kMissing}}, {"alpha", 1, {1.0}}};
    model.training = {"data.csv", std::string(64, 'a'), 100, 3, 2, fromNanos(1), fromNanos(946684800123456789), fromNanos(3), 0.75, false,
                      777};
    return model;
}

} // namespace telltale::test
