// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/command_line.h"

#include "simulator/command/broadcast_commands.h"
#include "simulator/command/command_table.h"
#include "simulator/command/protection_options.h"
#include "simulator/command/scenario_options.h"
#include "simulator/scenarios/channel_scenario.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace telltale::simulator {

namespace {

constexpr std::string_view kVersion = TELLTALE_VERSION;

Result<void> listScenarios(const Options &, std::ostream &out, std::ostream &)
{
    for (const ScenarioEntry &entry : scenarioCatalog()) {
        std::string line(entry.name);
        line.resize(16, ' ');
        out << line << entry.text << '\n';
    }
    return {};
}

Result<void> printChannels(const Options &, std::ostream &out, std::ostream &)
{
    out << builtInChannelFile();
    return {};
}

Result<void> explain(const Options &options, std::ostream &out, std::ostream &)
{
    if (options.positional().empty()) {
        out << overviewHelp();
        return {};
    }
    const CommandRule *command = findCommand(options.positional().front());
    if (!command)
        return Error{ErrorKind::InvalidArgument, "no command is called \"" + options.positional().front() + '"', {}};
    out << commandHelp(*command);
    return {};
}

Result<std::size_t> placeOfAsset(const Options &options, const std::vector<AssetPlan> &assets)
{
    if (!options.has("--asset"))
        return std::size_t{0};
    const std::string wanted = options.text("--asset");
    std::string known;
    for (std::size_t i = 0; i < assets.size(); ++i) {
        if (assets[i].path == wanted)
            return i;
        known += ' ' + assets[i].path;
    }
    return Error{ErrorKind::InvalidArgument, "nothing is called \"" + wanted + "\"; there are" + known, "--asset"};
}

Result<void> writeFile(const ScenarioMaker &maker, const FileSettings &settings, const std::string &path, std::ostream &out)
{
    if (path == "-")
        return writeCsv(maker, settings, out);
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file)
        return Error{ErrorKind::Io, "cannot be written", path};
    if (auto written = writeCsv(maker, settings, file); !written)
        return Error{written.error().kind, written.error().what, path};
    return {};
}

Result<void> generateFile(const Options &options, std::ostream &out, std::ostream &)
{
    const auto request = readScenario(options);
    if (!request)
        return request.error();
    auto settings = readFileSettings(options, *request->entry);
    if (!settings)
        return settings.error();
    if (!options.has("-o"))
        return Error{ErrorKind::InvalidArgument, "is needed: which file shall be written?", "-o"};
    const auto probe = buildScenario(*request->entry, request->settings);
    if (!probe)
        return probe.error();
    const auto asset = placeOfAsset(options, (*probe)->assets());
    if (!asset)
        return asset.error();
    settings->asset = *asset;
    // What could be built once can be built again: the settings are the same.
    const ScenarioMaker maker = [&] { return std::move(buildScenario(*request->entry, request->settings)).value(); };
    return writeFile(maker, *settings, options.text("-o"), out);
}

struct CommandAction {
    CommandBit bit;
    Result<void> (*act)(const Options &, std::ostream &out, std::ostream &err);
};
constexpr std::array<CommandAction, 8> kActions{{{kList, listScenarios},
                                                 {kRun, runScenario},
                                                 {kReplay, replayFile},
                                                 {kHost, publishHost},
                                                 {kGenerate, generateFile},
                                                 {kChannels, printChannels},
                                                 {kKeygen, generateKeys},
                                                 {kHelp, explain}}};

int complain(const Error &error, std::ostream &err)
{
    err << "telltale-sim: " << error.text() << '\n';
    if (error.kind != ErrorKind::InvalidArgument)
        return kFailure;
    err << "Try \"telltale-sim help\".\n";
    return kWrongUsage;
}

Result<void> checkOperands(const CommandRule &command, const Options &options)
{
    const std::size_t given = options.positional().size();
    const bool optional = command.operand.starts_with('[');
    const std::size_t most = command.operand.empty() ? 0 : 1;
    if (given == 0 && most == 1 && !optional)
        return Error{ErrorKind::InvalidArgument, "expected " + std::string(command.operand) + " after it", std::string(command.name)};
    if (given > most)
        return Error{ErrorKind::InvalidArgument, "unexpected \"" + options.positional()[most] + '"', std::string(command.name)};
    return {};
}

int perform(const CommandRule &command, std::span<const std::string> arguments, std::ostream &out, std::ostream &err)
{
    const auto options = parseOptions(arguments, optionsOf(command));
    if (!options)
        return complain(options.error(), err);
    if (options->has("--help") || options->has("-h")) {
        out << commandHelp(command);
        return kSuccess;
    }
    if (options->has("--version")) {
        out << "telltale-sim " << kVersion << '\n';
        return kSuccess;
    }
    if (auto checked = checkOperands(command, *options); !checked)
        return complain(checked.error(), err);
    const auto action = std::find_if(kActions.begin(), kActions.end(), [&](const CommandAction &each) { return each.bit == command.bit; });
    if (auto done = action->act(*options, out, err); !done)
        return complain(done.error(), err);
    out.flush();
    return out ? kSuccess : complain({ErrorKind::Io, "standard output cannot be written", {}}, err);
}

} // namespace

int runCommandLine(std::span<const std::string> arguments, std::ostream &out, std::ostream &err)
{
    if (arguments.empty()) {
        err << overviewHelp();
        return kWrongUsage;
    }
    if (const CommandRule *command = findCommand(arguments.front()))
        return perform(*command, arguments.subspan(1), out, err);
    if (arguments.front().starts_with('-'))
        return perform(*findCommand("help"), arguments, out, err);
    std::vector<std::string_view> names;
    for (const CommandRule &each : commandRules())
        names.push_back(each.name);
    const std::string nearest = nearestWord(arguments.front(), names);
    return complain({ErrorKind::InvalidArgument,
                     "no command is called \"" + arguments.front() + '"' + (nearest.empty() ? "" : "; did you mean " + nearest + '?'),
                     {}},
                    err);
}

} // namespace telltale::simulator
