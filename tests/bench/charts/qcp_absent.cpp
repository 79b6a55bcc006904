// SPDX-License-Identifier: GPL-3.0-or-later
// Built instead of qcp_charts.cpp where QCustomPlot for Qt 6 was not found.
#include "tests/bench/charts/qcp_charts.h"

namespace telltale::bench {

SubjectPtr qcpChart(const Scene &, SeriesParts)
{
    return nullptr;
}

SubjectPtr qcpRawChart(const Scene &)
{
    return nullptr;
}

SubjectPtr qcpWall(const Scene &, std::size_t)
{
    return nullptr;
}

std::string qcpVersion()
{
    return "QCustomPlot for Qt 6 was not found (sh tests/bench/peers.sh qcustomplot qcustomplot_dev, then configure again): skipped";
}

} // namespace telltale::bench
