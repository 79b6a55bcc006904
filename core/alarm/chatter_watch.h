// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <array>

namespace telltale::alarm {

/// Chatter of one definition: it begins with the third raise within 60 s of our time, whether or not the occurrence was closed between
/// them, and lasts until 60 s after the newest raise that was again the third within 60 s.
class ChatterWatch {
public:
    void raised(UtcTime at);
    [[nodiscard]] bool chattering(UtcTime now) const { return m_until != kNoTime && now < m_until; }
    /// When it ends if nothing is raised any more; kNoTime: it never began.
    [[nodiscard]] UtcTime end() const { return m_until; }

private:
    std::array<UtcTime, 3> m_last{kNoTime, kNoTime, kNoTime}; ///< oldest first
    UtcTime m_until = kNoTime;
};

} // namespace telltale::alarm
