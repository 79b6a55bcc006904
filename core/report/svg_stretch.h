// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace telltale::report {

/// A sensor's last readings over the most similar stretch of its own past. All texts are plain, the picture escapes them.
struct StretchRequest {
    std::string id; ///< distinguishes pictures of one page: letters and digits
    std::string title;
    std::string description; ///< for people who cannot see it
    std::string actualName;
    std::string nearestName;
    std::string unit;
    std::vector<double> actual; ///< oldest first
    std::vector<double> nearest;
};

/// False for fewer than two readings, for lengths that differ, and where a value is missing.
[[nodiscard]] bool canBeDrawn(const StretchRequest &request);

/// Both as one inline <svg> element: the readings as a full line, the past as a broken one. Empty where it cannot be drawn.
[[nodiscard]] std::string svgStretch(const StretchRequest &request);

} // namespace telltale::report
