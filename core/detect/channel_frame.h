// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/yardstick.h"

#include <optional>
#include <span>
#include <vector>

namespace telltale::detect {

/// Moves one channel next to zero, and to the scale of its own spread where several channels are to weigh alike.
/// Shapes: one value a row. Units: the sensor's → dimensionless with `scaled`, else the sensor's.
/// The origin is the median of the first rows and then kept: what matters is only that small changes of a large value survive in a float.
/// The scale is the range from the 1 % to the 99 % quantile of what was seen so far: it follows a channel that comes to life after long
/// standing still, and forgets one absurd reading. A channel that never moved is 0.
/// Cost: with `scaled` 15 kB.
class ChannelFrame {
public:
    explicit ChannelFrame(bool scaled);

    void setOrigin(std::vector<double> firstValues);
    /// Must see every value once before it is framed.
    void add(double value);
    /// Within ±`farthest`.
    [[nodiscard]] float framed(double value, float farthest) const;
    /// The value that would be framed so.
    [[nodiscard]] double unframed(double framed) const { return m_origin + (m_spread ? framed * m_spread->spread() : framed); }
    [[nodiscard]] std::size_t bytes() const { return sizeof(*this) + (m_spread ? m_spread->bytes() : 0); }

private:
    double m_origin = 0.0;
    std::optional<Yardstick> m_spread;
};

} // namespace telltale::detect
