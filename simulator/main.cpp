// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/command_line.h"

#include <iostream>
#include <vector>

int main(int argc, char *argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return telltale::simulator::runCommandLine(arguments, std::cout, std::cerr);
}
