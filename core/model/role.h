// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace telltale {

/// What somebody may do; each may do all that those before it may.
enum class Role : std::uint8_t {
    Viewer,     ///< look
    Operator,   ///< acknowledge, shelve, comment, judge, incidents, handover
    Supervisor, ///< take out of service
    Engineer,   ///< change how things are judged
};

[[nodiscard]] std::string_view toText(Role role); ///< "viewer", …

} // namespace telltale
