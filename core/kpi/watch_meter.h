// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

namespace telltale::kpi {

/// How much of the window the program was there, whatever its feeds did: from the stored health of all feeds together; see WatchedTime.
/// Rows come by time; those before the window say how it began.
class WatchMeter {
public:
    explicit WatchMeter(const KpiQuestion &question);

    void add(UtcTime at);
    [[nodiscard]] WatchedTime finish();

private:
    /// What the newest row says of the time until `next`.
    void count(UtcTime next);

    KpiQuestion m_question;
    WatchedTime m_watched;
    std::vector<bool> m_bins; ///< touched
    UtcTime m_last = kNoTime;
};

} // namespace telltale::kpi
