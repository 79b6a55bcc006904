// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/channel_frame.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

ChannelFrame::ChannelFrame(bool scaled)
{
    if (scaled)
        m_spread.emplace();
}

void ChannelFrame::setOrigin(std::vector<double> firstValues)
{
    const auto middle = firstValues.begin() + static_cast<std::ptrdiff_t>(firstValues.size() / 2);
    std::nth_element(firstValues.begin(), middle, firstValues.end());
    m_origin = *middle;
}

void ChannelFrame::add(double value)
{
    if (m_spread)
        m_spread->add(value);
}

float ChannelFrame::framed(double value, float farthest) const
{
    double moved = value - m_origin;
    if (m_spread) {
        const double spread = m_spread->spread();
        moved = spread > 0.0 ? moved / spread : 0.0;
    }
    const auto limit = static_cast<double>(farthest);
    return static_cast<float>(std::clamp(moved, -limit, limit)) + 0.0F; // no −0: equal points must be equal bit for bit
}

} // namespace telltale::detect
