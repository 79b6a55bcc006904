// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot_builder.h"
#include "tests/core/pipeline/scripted_detector.h"

#include <QtTest>

namespace telltale::test {

using Story = std::vector<std::string>;

/// One asset "a" with x and y, both reported in each message.
struct Pump : EngineRun {
    explicit Pump(config::Plant plant = scriptedPlant({"a"}), std::size_t warmUp = 0, alarm::AlarmBook::Start start = {})
        : EngineRun(std::move(plant), 1, std::move(start), scriptedMaker(warmUp, &shown),
                    [this](LogLevel, std::string_view, std::string_view text) { said.emplace_back(text); })
    {
        step({feedHealth(FeedState::Live)});
    }

    void report(double x, double y, Quality quality = Quality::Good)
    {
        t += 1.0;
        step({rowOf("a", t, {{"x", x}, {"y", y}}, quality)});
    }
    void report(int rows, double x, double y)
    {
        for (int i = 0; i < rows; ++i)
            report(x, y);
    }
    const pipeline::AssetLane &asset() { return *engine.assets()[0]; }
    const Occurrence &last() { return output.transitions.back().occurrence; }

    std::vector<ShownRow> shown;
    std::vector<std::string> said;
    double t = 0.0;
};

} // namespace telltale::test
