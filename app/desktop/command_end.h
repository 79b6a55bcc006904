// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdio>
#include <string>

namespace telltale::app {

/// What commands end with, as EXIT STATUS of telltale(1) has it.
inline constexpr int kOk = 0;
inline constexpr int kFailure = 1;
inline constexpr int kUsage = 2;   ///< a command line or plant file that cannot be used
inline constexpr int kPartial = 3; ///< some of what was asked for was done

/// Says on standard error what went wrong, and gives `code` back.
inline int complain(int code, const std::string &text)
{
    std::fprintf(stderr, "telltale: %s\n", text.c_str());
    return code;
}

inline int complain(int code, const Error &error)
{
    return complain(code, error.text());
}

} // namespace telltale::app
