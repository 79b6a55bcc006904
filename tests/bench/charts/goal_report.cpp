// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/charts/goal_report.h"

#include "tests/bench/charts/frame_meter.h"

#include <algorithm>
#include <cstdio>

namespace telltale::bench {

namespace {

int missed = 0;

std::string measured(const std::vector<double> &passes, const std::string &unit)
{
    const auto [low, high] = std::minmax_element(passes.begin(), passes.end());
    char text[96];
    std::snprintf(text, sizeof text, "%8.3f %-4s (%.3f to %.3f)", median(passes), unit.c_str(), *low, *high);
    return text;
}

} // namespace

void report(const Goal &goal, std::vector<double> passes)
{
    std::printf("%-4s %-66s ", goal.number.c_str(), goal.what.c_str());
    if (passes.empty()) {
        std::printf("   skipped: the peer is absent\n");
        return;
    }
    const bool reached = median(passes) <= goal.limit;
    missed += reached ? 0 : 1;
    std::printf("%-36s limit %7.3f %-4s %s\n", measured(passes, goal.unit).c_str(), goal.limit, goal.unit.c_str(),
                reached ? "reached" : "MISSED");
}

void remark(const std::string &what, std::vector<double> passes, const std::string &unit)
{
    std::printf("     %-66s %s\n", what.c_str(), passes.empty() ? "   skipped: the peer is absent" : measured(passes, unit).c_str());
}

int missedGoals()
{
    return missed;
}

std::vector<double> ratios(const std::vector<double> &ours, const std::vector<double> &theirs)
{
    std::vector<double> result;
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i)
        result.push_back(ours[i] / theirs[i]);
    return result;
}

} // namespace telltale::bench
