// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/chatter_watch.h"

namespace telltale::alarm {

namespace {

constexpr Duration kWindow = std::chrono::seconds{60};

} // namespace

void ChatterWatch::raised(UtcTime at)
{
    m_last = {m_last[1], m_last[2], at};
    if (m_last[0] != kNoTime && at - m_last[0] < kWindow)
        m_until = at + kWindow;
}

} // namespace telltale::alarm
