// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/attempt_delay.h"

#include <algorithm>

namespace telltale::account {

void AttemptDelay::failed(SteadyTime now)
{
    m_until = now + m_next;
    m_next = std::min(2 * m_next, kMost);
}

void AttemptDelay::succeeded()
{
    *this = {};
}

Duration AttemptDelay::left(SteadyTime now) const
{
    return std::max(Duration{m_until - now}, Duration::zero());
}

} // namespace telltale::account
