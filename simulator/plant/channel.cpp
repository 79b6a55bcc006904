// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/channel.h"

namespace telltale::simulator {

Channel::Reading Channel::next()
{
    const double normal = m_spec.distribution.draw(m_random) + static_cast<double>(m_row++) * m_spec.drift;
    if (!m_random.chance(m_spec.anomalyRatio))
        return {normal, false};
    return {m_random.uniform(m_spec.anomalyLow, m_spec.anomalyHigh), true};
}

} // namespace telltale::simulator
