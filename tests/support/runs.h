// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdlib>

namespace telltale::test {

/// How often something random is tried: `few` on every change, as often as the environment variable TELLTALE_RUNS says before a release.
inline int runs(int few)
{
    const char *wanted = std::getenv("TELLTALE_RUNS");
    return wanted != nullptr ? std::max(1, std::atoi(wanted)) : few;
}

} // namespace telltale::test
