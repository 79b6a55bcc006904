// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/chart_subject.h"
#include "tests/bench/charts/recording.h"

namespace telltale::bench {

/// What is drawn beside the line.
struct SeriesParts {
    bool band = false;
    bool markers = false;
};

/// Plain Qt Charts as its examples have it: series whose points are replaced, and an axis whose range is set. The points are reduced first.
[[nodiscard]] SubjectPtr qtChart(const Scene &scene, SeriesParts parts);
[[nodiscard]] SubjectPtr qtWall(const Scene &scene, std::size_t charts);

} // namespace telltale::bench
