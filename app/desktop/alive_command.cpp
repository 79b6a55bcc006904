// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alive_command.h"

#include "app/desktop/places.h"
#include "core/base/clock.h"
#include "core/pipeline/heartbeat.h"

#include <cstdio>

namespace telltale::app {

int aliveCommand(const DesktopOptions &options)
{
    const auto heartbeat = pipeline::readHeartbeat(pipeline::heartbeatPath(placesOf(options).dataFolder));
    const pipeline::Liveness liveness = pipeline::livenessOf(heartbeat, SystemClock().utcNow());
    std::printf("%s\n", liveness.text.c_str());
    return liveness.alive ? 0 : 1;
}

} // namespace telltale::app
