// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/command_line.h"

#include "app/common/version.h"
#include "app/lab/command_table.h"

namespace telltale::app {

namespace {

constexpr int kSuccess = 0;
constexpr int kFailure = 1;
constexpr int kWrongUsage = 2;

int complain(const Error &error, Lab &lab)
{
    lab.remark(error.text());
    if (error.kind == ErrorKind::Cancelled)
        return kStoppedByUser;
    if (error.kind != ErrorKind::InvalidArgument)
        return kFailure;
    lab.remark("try --help");
    return kWrongUsage;
}

Result<void> checkOperands(const LabCommand &command, const Options &options)
{
    const std::vector<std::string> &given = options.positional();
    if (given.size() > command.operandCount)
        return Error{ErrorKind::InvalidArgument, "unexpected \"" + given[command.operandCount] + '"', std::string(command.name)};
    if (given.size() < command.operandCount)
        return Error{ErrorKind::InvalidArgument, "expected " + std::string(command.operands) + " after it", std::string(command.name)};
    return {};
}

int perform(const LabCommand &command, std::span<const std::string> arguments, Lab &lab)
{
    const Result<Options> options = parseOptions(arguments, labOptionsOf(command));
    if (!options)
        return complain(options.error(), lab);
    if (options->has("--help") || options->has("-h")) {
        lab.out << labHelp(command);
        return kSuccess;
    }
    if (options->has("--version")) {
        lab.out << versionText("telltale-lab");
        return kSuccess;
    }
    if (const Result<void> checked = checkOperands(command, *options); !checked)
        return complain(checked.error(), lab);
    if (const Result<void> done = command.act(*options, lab); !done)
        return complain(done.error(), lab);
    lab.out.flush();
    return lab.out ? kSuccess : complain({ErrorKind::Io, "standard output cannot be written", {}}, lab);
}

Error unknownCommand(const std::string &word)
{
    std::vector<std::string_view> names;
    for (const LabCommand &each : labCommands())
        names.push_back(each.name);
    const std::string nearest = nearestWord(word, names);
    return {ErrorKind::InvalidArgument,
            "no command is called \"" + word + '"' + (nearest.empty() ? "" : "; did you mean " + nearest + '?'),
            {}};
}

} // namespace

int runLab(std::span<const std::string> arguments, Lab &lab)
{
    if (arguments.empty()) {
        lab.err << labHelp();
        return kWrongUsage;
    }
    const std::string &word = arguments.front();
    if (word == "--help" || word == "-h" || word == "help") {
        lab.out << labHelp();
        return kSuccess;
    }
    if (word == "--version") {
        lab.out << versionText("telltale-lab");
        return kSuccess;
    }
    const LabCommand *command = labCommand(word);
    return command != nullptr ? perform(*command, arguments.subspan(1), lab) : complain(unknownCommand(word), lab);
}

} // namespace telltale::app
