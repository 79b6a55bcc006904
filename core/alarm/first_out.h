// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <string>
#include <unordered_map>

namespace telltale::alarm {

/// Which alarm of a group came first: the one before whose source time the group was quiet for 60 s. The flag never moves, so raises of
/// one step are to be reported in order of source time; at equal times the first one reported has it.
/// Cost: O(1) a raise, one entry per group.
class FirstOut {
public:
    /// Reports a raise; true when it is the first of its group.
    bool raised(const std::string &group, UtcTime sourceTime);

private:
    std::unordered_map<std::string, UtcTime> m_newest;
};

} // namespace telltale::alarm
