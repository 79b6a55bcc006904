// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/quantile_limit.h"

#include "core/model/score.h"

#include <algorithm>
#include <limits>

namespace telltale::detect {

QuantileLimit::Judgement QuantileLimit::judge(double raw)
{
    constexpr double kFloor = 1e-12;
    constexpr double kLargest = std::numeric_limits<float>::max();
    const auto kept = static_cast<float>(std::min(raw, kLargest));
    Judgement judgement{kMissing, 0.0};
    if (m_history.size() > 0)
        judgement = {std::max(m_history.quantile(0.99), kFloor), m_history.shareBelow(kept)};
    m_history.add(kept);
    return judgement;
}

} // namespace telltale::detect
