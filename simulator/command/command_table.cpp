// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/command/command_table.h"

#include <algorithm>
#include <array>

namespace telltale::simulator {

namespace {

constexpr std::string_view kFaultHelp =
    "\nA fault for --inject is written kind=KIND,at=SECONDS,for=SECONDS,size=SIZE[,sensor=NAME][,asset=PATH].\n"
    "Kinds: spike, step, drift, stuck, variance (its size is a factor), drop-out, out-of-order, malformed.\n"
    "at counts event time from the start; size is in the sensor's unit.\n";

constexpr std::string_view kRunHelp =
    "\nWith --speed the clock is simulated: event time starts at --start and runs that much faster, and --rate counts per\n"
    "second of event time. The evaporator always runs on such a clock; there --rate counts per second of real time.\n"
    "With --burst N messages come in bursts as from a function that is called anew: N messages, then --pause.\n";

constexpr std::string_view kReplayHelp =
    "\nThe first line names the columns. The time is in the column timestamp, datetime, time or date, or in the first one;\n"
    "without an offset it is UTC. Columns anomaly, changepoint, status and label are sent as ground truth, all other\n"
    "columns of numbers as sensors. Waits for a first subscriber, so that no row is lost.\n";

constexpr std::string_view kKeygenHelp =
    "\nThe secret key goes into FILE, which nobody but its owner can read and which must not exist; the public key, as a line\n"
    "for --allow, goes beside it (FILE with .public instead of .secret). Public key and fingerprint are shown, the secret never.\n";

constexpr std::array<CommandRule, 8> kCommands{{
    {kList, "list", {}, "list the scenarios", {}},
    {kRun, "run", "SCENARIO", "publish a scenario", kRunHelp},
    {kReplay, "replay", "FILE.csv", "publish a file of readings with its own times, faster or slower", kReplayHelp},
    {kHost, "host", {}, "publish this computer's own figures, once a second", {}},
    {kGenerate, "generate", "SCENARIO", "write a scenario's rows into a CSV file", {}},
    {kChannels, "channels", {}, "print the channel file that three-sensors uses by default, as a start for your own", {}},
    {kKeygen, "keygen", "FILE", "make a pair of keys for encrypted feeds", kKeygenHelp},
    {kHelp, "help", "[COMMAND]", "explain a command", {}},
}};

struct SimulatorOption {
    OptionRule rule;
    unsigned commands;
};

constexpr unsigned kPublishing = kRun | kReplay | kHost;
constexpr unsigned kScenarios = kRun | kGenerate;
constexpr unsigned kEverywhere = kList | kPublishing | kGenerate | kChannels | kHelp | kKeygen;

constexpr std::array<SimulatorOption, 30> kOptions{{
    {{"--bind", "URI", "where to publish (tcp://127.0.0.1:5556); a port of * is any free one"}, kPublishing},
    {{"--curve-secret", "FILE", "encrypt, with the secret key in this file (see the command keygen); needed for other computers"},
     kPublishing},
    {{"--allow", "FILE", "with it: who may listen, a line each with a station's public key; read again for each that connects"},
     kPublishing},
    {{"--insecure", {}, "publish to other computers without encryption: anybody can read it, and forge it on the way"}, kPublishing},
    {{"--seed", "N", "seed of all randomness (1): the same seed gives the same values"}, kScenarios},
    {{"--rate", "X", "messages a second per asset (the scenario's own)"}, kRun},
    {{"--speed", "X", "simulated clock, X times as fast as ours"}, kRun | kReplay},
    {{"--pace", "X", "rows a second; the speed then follows from the file's usual step"}, kReplay},
    {{"--start", "TIME", "event time of the first row, on a simulated clock and in files"}, kScenarios},
    {{"--burst", "N", "messages per burst (0: no bursts)"}, kRun},
    {{"--pause", "SECONDS", "time without messages between bursts (three intervals)"}, kRun},
    {{"--for", "SECONDS", "stop after so much real time (0: endless)"}, kPublishing},
    {{"--stations", "N", "how many stations, 1 to 1000 (1)"}, kScenarios},
    {{"--mode", "MODE", "how stations walk: reference, reverting or independent (reference)"}, kScenarios},
    {{"--transitions", "A,N", "vehicle: probability to become abnormal, and to become normal again (0.1,0.5)"}, kScenarios},
    {{"--channels", "FILE", "three-sensors: the channel file (built in; see the command channels)"}, kScenarios},
    {{"--inject", "FAULT", "work a fault into the rows; may be given several times", true}, kScenarios},
    {{"--rows", "N", "how many rows to write"}, kGenerate},
    {{"--interval", "SECONDS", "time between rows (the scenario's own)"}, kGenerate},
    {{"--label-3sd", {}, "label rows that lie more than three standard deviations out, instead of by the model's truth"}, kGenerate},
    {{"-o", "FILE", "the file to write; - is standard output"}, kGenerate},
    {{"--asset", "PATH", "the asset that speaks (the file's name), or the one to write (the first)"}, kReplay | kGenerate},
    {{"--loop", {}, "start again after the last row, with times that go on"}, kReplay},
    {{"--no-wait", {}, "do not wait for a first subscriber"}, kReplay},
    {{"--wait-subscriber", {}, "send nothing before a first subscriber listens"}, kRun | kHost},
    {{"--per-core", {}, "a sensor for every processor core too"}, kHost},
    {{"--exit-with-parent", {}, "end when standard input is closed"}, kPublishing},
    {{"--help", {}, "explain the command"}, kEverywhere},
    {{"-h", {}, "the same"}, kEverywhere},
    {{"--version", {}, "print the version"}, kEverywhere},
}};

} // namespace

std::span<const CommandRule> commandRules()
{
    return kCommands;
}

const CommandRule *findCommand(std::string_view name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandRule &each) { return each.name == name; });
    return found == kCommands.end() ? nullptr : &*found;
}

std::vector<OptionRule> optionsOf(const CommandRule &command)
{
    std::vector<OptionRule> rules;
    for (const SimulatorOption &option : kOptions)
        if ((option.commands & command.bit) != 0)
            rules.push_back(option.rule);
    return rules;
}

std::string remarksOf(const CommandRule &command)
{
    const std::string own(command.more);
    return (command.bit & kScenarios) != 0 ? own + std::string(kFaultHelp) : own;
}

std::string overviewHelp()
{
    std::string help = "Usage: telltale-sim COMMAND [OPTION...]\n\n"
                       "Publishes simulated, recorded or this computer's own sensor readings over ZeroMQ.\n\nCommands:\n";
    for (const CommandRule &command : kCommands) {
        std::string line = "  " + std::string(command.name) + ' ' + std::string(command.operand);
        line.resize(22, ' ');
        help += line + std::string(command.text) + '\n';
    }
    return help + "\n\"telltale-sim help COMMAND\" lists a command's options. Exit status: 0 success, 1 failure, 2 wrong usage.\n";
}

std::string commandHelp(const CommandRule &command)
{
    std::string help = "Usage: telltale-sim " + std::string(command.name);
    help += command.operand.empty() ? "" : ' ' + std::string(command.operand);
    help += " [OPTION...]\n\n" + std::string(command.text) + "\n\nOptions:\n" + optionHelp(optionsOf(command));
    return help + remarksOf(command);
}

} // namespace telltale::simulator
