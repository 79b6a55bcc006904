// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/command_line.h"

#include <csignal>
#include <iostream>
#include <unistd.h>
#include <vector>

int main(int argc, char **argv)
{
    // A reader that goes away, or a full disk, is an error like any other.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const telltale::SystemClock clock;
    telltale::app::StopRequest stop;
    telltale::app::Lab lab{std::cout, std::cerr, clock, stop, isatty(STDERR_FILENO) == 1};
    return telltale::app::runLab(arguments, lab);
}
