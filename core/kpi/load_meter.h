// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/kpis.h"

#include <deque>

namespace telltale::kpi {

/// Bins and floods of annunciated raises. Raises before the window say whether a flood was on when it began.
class LoadMeter {
public:
    explicit LoadMeter(const KpiQuestion &question);

    void raised(UtcTime at);
    [[nodiscard]] AlarmLoad finish(const WatchedTime &watched);

private:
    /// A flood ends at the moment when the raise that kept it going is ten minutes old, not with the next raise.
    void endFloodBefore(UtcTime now);

    KpiQuestion m_question;
    AlarmLoad m_load;
    std::deque<UtcTime> m_recent; ///< of the last ten minutes
    bool m_flood = false;
};

} // namespace telltale::kpi
