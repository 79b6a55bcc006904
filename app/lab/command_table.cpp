// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/command_table.h"

#include <algorithm>
#include <array>

namespace telltale::app {

namespace {

enum CommandBit : unsigned { kTrain = 1, kScore = 2, kCompare = 4, kEvaluate = 8, kNab = 16, kSkab = 32, kBench = 64 };

constexpr std::string_view kTrainHelp =
    "\nEvery column of numbers is learned from; a new column needs no code. Rows with a missing value are left out and counted.\n"
    "With --split and --truth the rows that were held back are judged at once.\n";

constexpr std::string_view kScoreHelp =
    "\nColumns of the result: the time as in the file, raw, value, limit, likelihood, verdict (normal, anomalous, no decision), and for\n"
    "anomalous rows the sensor that had most to do with it, its share, what was expected and what was there. Detectors for one sensor\n"
    "judge each column by itself; the row shows the column that is strongest against its limit. With -o - the summary goes to standard "
    "error.\n";

constexpr std::string_view kNabHelp =
    "\nDIR holds windows.json and the series that it names. The threshold is the best over all files, as the benchmark has it: that\n"
    "flatters. \"alerts\" counts the detector's own alerts and chooses nothing.\n";

constexpr std::string_view kSkabHelp =
    "\nDIR holds runs of the benchmark. Detectors learn from the first 400 rows of each run and judge the rest; counts are pooled.\n";

constexpr std::array<LabCommand, 7> kCommands{{
    {kTrain, "train", "DETECTOR DATA.csv", 2, trainCommand, "learn a detector from a table and write a model file", kTrainHelp},
    {kScore, "score", "MODEL DATA.csv", 2, scoreCommand, "judge each row of a table and write the scores", kScoreHelp},
    {kCompare, "compare", "MODEL MODEL DATA.csv", 3, compareCommand, "where two models agree on a table, and where not", {}},
    {kEvaluate, "evaluate", "MODEL DATA.csv", 2, evaluateCommand, "how right a model is on a table with labels", {}},
    {kNab, "nab", "DIR", 1, nabCommand, "score detectors on a folder of the Numenta Anomaly Benchmark", kNabHelp},
    {kSkab, "skab", "DIR", 1, skabCommand, "score detectors on a folder of the Skoltech Anomaly Benchmark", kSkabHelp},
    {kBench, "bench", {}, 0, benchCommand, "time and size of each detector on made-up rows", {}},
}};

struct LabOption {
    OptionRule rule;
    unsigned commands;
};

constexpr unsigned kJudging = kScore | kCompare | kEvaluate;
constexpr unsigned kTables = kTrain | kJudging;
constexpr unsigned kBenchmarks = kNab | kSkab | kBench;
constexpr unsigned kEverywhere = kTables | kBenchmarks;

constexpr std::array<LabOption, 23> kOptions{{
    {{"-o", "FILE", "the file to write; - is standard output for scores"}, kTrain | kScore},
    {{"--set", "KEY=VALUE", "a setting of the detector; may be repeated", true}, kTrain | kScore | kEvaluate | kNab | kSkab},
    {{"--truth", "COLUMN", "column of labels: 0, 1, true, false, normal, abnormal, anomalous"}, kTrain | kEvaluate},
    {{"--split", "SHARE", "learn from this share of the rows only, 0 to 1 (1)"}, kTrain},
    {{"--seed", "N", "of the random choice of these rows, and of the detector (777)"}, kTrain},
    {{"--ordered", {}, "learn from the first rows instead of a random choice"}, kTrain},
    {{"--columns", "A,B", "learn from these columns only"}, kTrain},
    {{"--ignore", "COLUMN", "a column that is no sensor; may be repeated", true}, kTrain},
    {{"--header", "A,B", "the names of all columns, in place of the first line's"}, kTables},
    {{"--rename", "OLD=NEW", "what a column of the file really holds; may be repeated", true}, kTables},
    {{"--plant", "FILE", "check the columns against the ranges of a plant file"}, kTables},
    {{"--asset", "PATH", "which asset of the plant file the table is about"}, kTables},
    {{"--as-named", {}, "believe the header even where the values look shifted by one column"}, kTables},
    {{"--any-order", {}, "judge rows in the file's order, whatever their times say"}, kJudging},
    {{"--matches", "FILE", "write one row per row judged: both verdicts and whether they agree"}, kCompare},
    {{"--detector", "NAME", "this detector only; may be repeated", true}, kBenchmarks},
    {{"--scores", "DIR", "write timestamp,anomaly_score files in the benchmark's own layout"}, kNab},
    {{"--score-files", "DIR", "score such files instead of running a detector"}, kNab},
    {{"--threshold", "X", "score at this threshold instead of the best one"}, kNab},
    {{"--json", {}, "print the result as JSON"}, kEverywhere},
    {{"--help", {}, "explain the command"}, kEverywhere},
    {{"-h", {}, "the same"}, kEverywhere},
    {{"--version", {}, "print the version"}, kEverywhere},
}};

} // namespace

std::span<const LabCommand> labCommands()
{
    return kCommands;
}

const LabCommand *labCommand(std::string_view name)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&](const LabCommand &each) { return each.name == name; });
    return found == kCommands.end() ? nullptr : &*found;
}

std::vector<OptionRule> labOptionsOf(const LabCommand &command)
{
    std::vector<OptionRule> rules;
    for (const LabOption &option : kOptions)
        if ((option.commands & command.bit) != 0)
            rules.push_back(option.rule);
    return rules;
}

std::string labHelp()
{
    std::string help = "Usage: telltale-lab COMMAND [OPTION...]\n\n"
                       "Trains detectors on files, and says what they are worth.\n\nCommands:\n";
    for (const LabCommand &command : kCommands) {
        std::string line = "  " + std::string(command.name) + ' ' + std::string(command.operands);
        line.resize(32, ' ');
        help += line + std::string(command.text) + '\n';
    }
    return help
           + "\n\"telltale-lab COMMAND --help\" lists a command's options.\n"
             "Exit codes: 0 ok, 1 failure, 2 wrong usage, 130 stopped with Ctrl+C.\n";
}

std::string labHelp(const LabCommand &command)
{
    std::string help = "Usage: telltale-lab " + std::string(command.name);
    help += command.operands.empty() ? "" : ' ' + std::string(command.operands);
    return help + " [OPTION...]\n\n" + std::string(command.text) + "\n\nOptions:\n" + optionHelp(labOptionsOf(command))
           + std::string(command.more);
}

} // namespace telltale::app
