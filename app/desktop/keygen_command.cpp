// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keygen_command.h"

#include "core/curve/key_files.h"

#include <cstdio>

namespace telltale::app {

int keygenCommand(const DesktopOptions &options)
{
    const auto made = curve::makeKeyFiles(options.keyFile);
    if (!made) {
        std::fprintf(stderr, "telltale: %s\n", made.error().text().c_str());
        return 1;
    }
    std::fputs(curve::describe(*made).c_str(), stdout);
    return 0;
}

} // namespace telltale::app
