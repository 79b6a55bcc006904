// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/alert_control.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

AlertControl::Decision AlertControl::step(double s)
{
    m_extra = std::max(0.0, m_extra - m_setup.eta / m_setup.longRun);
    m_sinceLast += 1.0;
    const double limit = m_setup.theta + m_extra;
    const double threshold = m_alerted ? std::max(limit, m_lastStrength * std::exp(-m_sinceLast / m_setup.decay)) : limit;
    const bool refractory = m_alerted && m_sinceLast <= m_setup.refractory;
    const bool strong = s > m_setup.boost * m_lastStrength;
    const bool pulse = refractory ? strong : s >= threshold;
    if (!pulse)
        return {false, limit};

    m_alerted = true;
    m_sinceLast = 0.0;
    m_lastStrength = s;
    m_extra = std::min(kMostExtra, m_extra + m_setup.eta);
    return {true, limit};
}

} // namespace telltale::detect
