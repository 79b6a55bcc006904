// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/figure_table.h"
#include "tests/soak/nemesis.h"
#include "tests/soak/sample_checker.h"
#include "tests/soak/soak_plan.h"
#include "tests/soak/station.h"

namespace telltale::soak {

/// One soak from its beginning to its table. Thread: one, with an event loop.
class SoakRun {
public:
    explicit SoakRun(SoakPlan plan);

    /// Takes as long as planned.
    void run();
    [[nodiscard]] FigureTable figures() const;

private:
    void sayPlan(FigureTable &table) const;
    void sayFaults(FigureTable &table) const;
    void sayHistory(FigureTable &table) const;
    void saySamples(FigureTable &table) const;
    void sayGrowth(FigureTable &table) const;
    void sayWindow(FigureTable &table) const;
    void writeSizes() const;
    [[nodiscard]] Silences silences() const;

    SoakPlan m_plan;
    Station m_station;
    Nemesis m_nemesis;
    std::int64_t m_endMs;
    bool m_closed = false; ///< the monitor ended by itself at the end
    int m_verified = -1;
};

} // namespace telltale::soak
