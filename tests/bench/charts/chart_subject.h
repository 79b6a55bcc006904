// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <cstddef>
#include <memory>

class QWidget;

namespace telltale::bench {

inline constexpr QSize kDetailSize{1200, 300};
inline constexpr std::size_t kDetailColumns = 1150; ///< pixels that a chart of that size has for its data, about
inline constexpr QSize kWallSize{1900, 1040};

/// A window whose frames are measured.
class ChartSubject {
public:
    virtual ~ChartSubject() = default;
    /// Hands over what the next frame shows; painting follows from the event loop.
    virtual void step(std::size_t frame) = 0;
    virtual QWidget &window() = 0;
};

using SubjectPtr = std::unique_ptr<ChartSubject>;

} // namespace telltale::bench
