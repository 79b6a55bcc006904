// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stop_signals.h"

#include <csignal>
#include <initializer_list>
#include <sys/signalfd.h>

namespace telltale::app {

int blockStopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, number);
    if (pthread_sigmask(SIG_BLOCK, &set, nullptr) != 0)
        return -1;
    const int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0)
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    return descriptor;
}

} // namespace telltale::app
