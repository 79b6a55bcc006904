// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/charts/chart_subject.h"
#include "tests/bench/charts/qt_series.h"
#include "tests/bench/charts/recording.h"

#include <string>

namespace telltale::bench {

/// QCustomPlot, everything smoothed, with reduced points. Live its axis stands still as ours does, which is to its advantage.
/// All of them are null where QCustomPlot was not there when this was built (qcp_absent.cpp).
[[nodiscard]] SubjectPtr qcpChart(const Scene &scene, SeriesParts parts);
/// The same with all samples, which it thins out by itself.
[[nodiscard]] SubjectPtr qcpRawChart(const Scene &scene);
/// Extremes of each column only.
[[nodiscard]] SubjectPtr qcpWall(const Scene &scene, std::size_t charts);

/// "QCustomPlot 2.1.0", or why it is not there.
[[nodiscard]] std::string qcpVersion();

} // namespace telltale::bench
