// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <vector>

namespace telltale::kpi {

/// Times to acknowledge. Missing: a wait whose start is not known is no sample.
class ResponseMeter {
public:
    /// The answer takes the sample back if the acknowledgement is undone.
    std::size_t acknowledged(Priority priority, Duration waited, bool afterClear);
    void undone(std::size_t sample) { m_samples[sample].counts = false; }
    void waiting(Priority priority) { m_waiting.push_back(priority); }
    void finish(Kpis &kpis) const;

private:
    struct Sample {
        Priority priority;
        Duration waited;
        bool afterClear;
        bool counts = true;
    };
    /// Of one priority, or of all.
    [[nodiscard]] ResponseTimes of(std::optional<Priority> priority) const;

    std::vector<Sample> m_samples;
    std::vector<Priority> m_waiting;
};

} // namespace telltale::kpi
