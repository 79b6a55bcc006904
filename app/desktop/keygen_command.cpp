// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keygen_command.h"

#include "app/desktop/command_end.h"
#include "core/curve/key_files.h"

#include <cstdio>

namespace telltale::app {

int keygenCommand(const DesktopOptions &options)
{
    const auto made = curve::makeKeyFiles(options.keyFile);
    if (!made)
        return complain(kFailure, made.error());
    std::fputs(curve::describe(*made).c_str(), stdout);
    return kOk;
}

} // namespace telltale::app
