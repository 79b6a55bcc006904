// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/chart_subject.h"
#include "tests/bench/charts/recording.h"

namespace telltale::bench {

/// One chart as a TrendView has it: FastChartView and TrendPicture.
[[nodiscard]] SubjectPtr ownChart(const Scene &scene);
/// A wall of them, all showing new samples at every frame.
[[nodiscard]] SubjectPtr ownWall(const Scene &scene, std::size_t charts);
/// A wall of SensorTiles, as the overview has it.
[[nodiscard]] SubjectPtr tileWall(const Recording &recording, std::size_t tiles);

} // namespace telltale::bench
