// SPDX-License-Identifier: GPL-3.0-or-later
// Joins what somebody wrote about a program with the tables behind its --help: write-manual PROGRAM TEMPLATE PAGE DATE VERSION.
#include "app/common/manual.h"
#include "app/desktop/desktop_options.h"
#include "app/lab/command_table.h"
#include "simulator/command/command_table.h"
#include "ui/keys/key_table.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace telltale;

namespace {

std::vector<app::ManualCommand> labCommandsOfManual()
{
    std::vector<app::ManualCommand> commands;
    for (const app::LabCommand &each : app::labCommands())
        commands.push_back({each.name, each.operands, each.text, app::labOptionsOf(each), std::string(each.more)});
    return commands;
}

std::vector<app::ManualCommand> simulatorCommandsOfManual()
{
    std::vector<app::ManualCommand> commands;
    for (const simulator::CommandRule &each : simulator::commandRules())
        commands.push_back({each.name, each.operand, each.text, simulator::optionsOf(each), simulator::remarksOf(each)});
    return commands;
}

std::vector<app::ManualCommand> commandsOf(const std::string &program)
{
    if (program == "telltale-lab")
        return labCommandsOfManual();
    return program == "telltale-sim" ? simulatorCommandsOfManual() : std::vector<app::ManualCommand>{};
}

/// Every act with its name in keys.toml, its keys and what it does.
std::string keysOfManual()
{
    std::string text = ".PD 0";
    for (const ui::KeyRow &row : ui::keyTable())
        text += "\n.TP\n.BR " + app::roffText(row.name) + " \" (" + app::roffText(row.keys) + ")\"\n" + app::roffText(row.text);
    return text + "\n.PD";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6) {
        std::cerr << "usage: write-manual PROGRAM TEMPLATE PAGE DATE VERSION\n";
        return 2;
    }
    std::ifstream source(argv[2]);
    std::stringstream text;
    text << source.rdbuf();
    const std::string program = argv[1];
    const auto page = app::ManualTemplate(text.str())
                          .page(program == "telltale" ? app::desktopOptionRules() : std::span<const OptionRule>{}, commandsOf(program),
                                {{"DATE", argv[4]}, {"VERSION", argv[5]}, {"KEYS", keysOfManual()}});
    if (!page) {
        std::cerr << argv[2] << ": " << page.error().text() << '\n';
        return 1;
    }
    std::ofstream out(argv[3]);
    out << *page;
    return out.flush() ? 0 : 1;
}
