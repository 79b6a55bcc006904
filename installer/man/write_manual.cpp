// SPDX-License-Identifier: GPL-3.0-or-later
// Joins what somebody wrote about a program with the tables behind its --help, or about the plant file with the catalog of detectors:
// write-manual NAME TEMPLATE PAGE DATE VERSION.
#include "app/common/manual.h"
#include "app/desktop/desktop_options.h"
#include "app/lab/command_table.h"
#include "core/detect/detector.h"
#include "core/detect/raw_detector.h"
#include "core/detect/settings.h"
#include "simulator/command/command_table.h"
#include "ui/keys/key_table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
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

/// Which values a setting takes, and which it has where nothing is said; of a number that is left out its text says what it is then.
std::string valuesOf(const ParamRule &rule)
{
    if (rule.type == ParamRule::Type::Flag)
        return std::string("true or false, default ") + (std::get<bool>(rule.fallback) ? "true" : "false");
    if (rule.type == ParamRule::Type::Text)
        return "text, default \"" + std::get<std::string>(rule.fallback) + '"';
    const double fallback = std::get<double>(rule.fallback);
    const std::string most = rule.max < detect::kLargestValue ? " to " + detect::numberText(rule.max) : " or more";
    const std::string range = rule.min <= -detect::kLargestValue ? "any number" : detect::numberText(rule.min) + most;
    return range + (rule.unit == "rows" ? " rows" : "") + (std::isnan(fallback) ? "" : ", default " + detect::numberText(fallback));
}

/// Every setting that a detector of this build takes, by its name. What is the same for several kinds is said once.
std::string settingsOfManual()
{
    std::map<std::string, std::vector<std::pair<std::string, std::vector<std::string>>>> settings; // what each means, for which kinds
    const std::vector<DetectorRule> &rules = detect::catalog().detectors;
    for (const DetectorRule &rule : rules)
        for (const ParamRule &param : rule.params) {
            auto &meanings = settings[param.name];
            const std::string said = app::roffText(param.text + " Values: " + valuesOf(param)) + '.';
            auto known = std::find_if(meanings.begin(), meanings.end(), [&](const auto &each) { return each.first == said; });
            if (known == meanings.end())
                known = meanings.insert(known, {said, {}});
            known->second.push_back(rule.kind);
        }
    std::string text = ".PD 0";
    for (const auto &[name, meanings] : settings) {
        text += "\n.TP\n.B " + app::roffText(name);
        for (const auto &[said, kinds] : meanings) {
            text += &said == &meanings.front().first ? "\n" : "\n.br\n";
            text += kinds.size() == rules.size() ? "every kind" : kinds.front();
            for (std::size_t i = 1; i < kinds.size() && kinds.size() < rules.size(); ++i)
                text += ", " + kinds[i];
            text += ": " + said;
        }
    }
    return text + "\n.PD";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6) {
        std::cerr << "usage: write-manual NAME TEMPLATE PAGE DATE VERSION\n";
        return 2;
    }
    std::ifstream source(argv[2]);
    std::stringstream text;
    text << source.rdbuf();
    const std::string program = argv[1];
    const auto page = app::ManualTemplate(text.str())
                          .page(program == "telltale" ? app::desktopOptionRules() : std::span<const OptionRule>{}, commandsOf(program),
                                {{"DATE", argv[4]}, {"VERSION", argv[5]}, {"KEYS", keysOfManual()}, {"SETTINGS", settingsOfManual()}});
    if (!page) {
        std::cerr << argv[2] << ": " << page.error().text() << '\n';
        return 1;
    }
    std::ofstream out(argv[3]);
    out << *page;
    return out.flush() ? 0 : 1;
}
