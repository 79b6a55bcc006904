// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_table.h"

#include "core/base/csv.h"
#include "core/base/sha256.h"
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "core/evaluate/header_shift.h"
#include "core/modelfile/model_file.h"
#include "core/study/model_drift.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace telltale::app {

namespace {

using evaluate::SensorRange;
using evaluate::TableQuestion;

constexpr double kUsualSds = 4.0; // nearly every reading of a sensor lies within so many standard deviations

Error wrong(std::string option, std::string what)
{
    return {ErrorKind::InvalidArgument, std::move(what), std::move(option)};
}

std::vector<std::string> splitAtCommas(const std::string &list)
{
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        words.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

Result<TableQuestion> questionOf(const Options &options, const std::string &path, std::span<const LoadedModel> models)
{
    TableQuestion question;
    question.path = path;
    question.truth = options.text("--truth");
    question.ignored = options.all("--ignore");
    question.sensors = splitAtCommas(options.text("--columns"));
    question.header = splitAtCommas(options.text("--header"));
    for (const std::string &rename : options.all("--rename")) {
        const std::size_t equals = rename.find('=');
        if (equals == 0 || equals == std::string::npos || equals + 1 == rename.size())
            return wrong("--rename", "expected OLD=NEW, found \"" + rename + '"');
        question.renamed.emplace_back(rename.substr(0, equals), rename.substr(equals + 1));
    }
    for (const LoadedModel &each : models) {
        for (const ModelChannel &channel : each.model->channels) {
            if (std::find(question.sensors.begin(), question.sensors.end(), channel.sensor) == question.sensors.end())
                question.sensors.push_back(channel.sensor);
        }
    }
    return question;
}

/// JSON lines, and what Python prints instead of them, are the commonest files that are no table.
Result<void> checkIsNoJson(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string start(4096, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || (start[first] != '{' && start[first] != '['))
        return {};
    const bool singleQuoted = start.find('"') == std::string::npos && start.find('\'') != std::string::npos;
    return Error{ErrorKind::BadFormat,
                 singleQuoted ? "holds dictionaries in single quotes, as Python prints them: that is no JSON; expected a table (CSV) whose "
                                "first line names its columns"
                              : "holds JSON; expected a table (CSV) whose first line names its columns",
                 path + ":1"};
}

/// Models that were trained on raw values, and keep no rows, say nothing of where these lie.
void addModelRanges(const TrainedModel &model, std::vector<SensorRange> &ranges)
{
    for (const ModelChannel &channel : study::dataMoments(model)) {
        if (!std::isnan(channel.mean))
            ranges.push_back({channel.sensor, channel.mean - kUsualSds * channel.sd, channel.mean + kUsualSds * channel.sd});
    }
}

Result<void> addPlantRanges(const Options &options, std::vector<SensorRange> &ranges)
{
    if (options.has("--plant") != options.has("--asset"))
        return wrong(options.has("--plant") ? "--asset" : "--plant", "--plant and --asset need each other");
    if (!options.has("--plant"))
        return {};
    const auto loaded = config::loadPlant(options.text("--plant"), detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&loaded))
        return Error{ErrorKind::BadFormat, problems->text(), {}};
    const auto &assets = std::get<config::Plant>(loaded).assets;
    const std::string wanted = options.text("--asset");
    const auto asset = std::find_if(assets.begin(), assets.end(), [&](const config::AssetEntry &each) { return each.path == wanted; });
    if (asset == assets.end())
        return wrong("--asset", "the plant file has no asset \"" + wanted + '"');
    for (const config::SensorEntry &sensor : asset->sensors) {
        if (sensor.low && sensor.high)
            ranges.push_back({sensor.name, *sensor.low, *sensor.high});
    }
    return {};
}

std::string joinedByCommas(const std::vector<std::string> &words)
{
    std::string list;
    for (const std::string &word : words)
        list.append(&word == &words.front() ? "" : ",").append(word);
    return list;
}

/// Of a file whose rows do not fit its header: with the options that put it right where all have one cell more.
Error cellsDiffer(const Error &error, const TableQuestion &question, std::span<const SensorRange> ranges)
{
    const Result<CsvReader> reader = CsvReader::open(question.path);
    if (!reader || !question.header.empty())
        return error;
    std::vector<std::string> longer = reader->header();
    longer.emplace_back();
    const auto columns = evaluate::readColumnSamples(question.path, {}, longer);
    if (!columns)
        return error;
    const auto names = evaluate::findMissingName(reader->header(), *columns, ranges);
    const std::string list = joinedByCommas(names.value_or(reader->header()));
    const bool canBeTold = names && splitAtCommas(list) == *names;
    return Error{error.kind,
                 error.what + ": the header is one name short. "
                     + (canBeTold ? "The values fit with --header " + list : "--header A,B,… gives the names of all columns"),
                 error.where};
}

/// Errors: BadFormat when the header looks shifted.
Result<void> checkHeader(const Options &options, Lab &lab, const TableQuestion &question, std::span<const LoadedModel> models)
{
    std::vector<SensorRange> ranges;
    if (const Result<void> added = addPlantRanges(options, ranges); !added)
        return added.error();
    for (const LoadedModel &each : models)
        addModelRanges(*each.model, ranges);
    const auto columns = evaluate::readColumnSamples(question.path, question.renamed, question.header);
    if (!columns)
        return columns.error().kind == ErrorKind::BadFormat ? cellsDiffer(columns.error(), question, ranges) : columns.error();
    if (const auto *words = evaluate::wordsUnderASensorsName(*columns); words != nullptr && words->name != question.truth)
        lab.remark(question.path + ":1: the last column, \"" + words->name + "\", holds words (\"" + words->word
                   + "\"): if these are labels, the header may be shifted by one column; --rename " + words->name + "=status says so");
    const auto shift = evaluate::findHeaderShift(*columns, ranges);
    if (!shift || options.has("--as-named"))
        return {};
    std::string what = shift->why + ". To read it so, add";
    for (const auto &[from, to] : shift->renames)
        what += " --rename " + from + '=' + to;
    return Error{ErrorKind::BadFormat, what + "; to believe the header, --as-named", question.path + ":1"};
}

void remarkOn(const evaluate::TableFile &file, const std::string &path, Lab &lab)
{
    for (const evaluate::LeftOutColumn &column : file.leftOut)
        lab.remark(path + ": column \"" + column.name + "\" is left out: " + column.why);
    if (file.badCells > 0)
        lab.remark(path + ": " + std::to_string(file.badCells) + " cells are no numbers and count as missing");
    if (file.timeColumn.empty())
        lab.remark(path + ": no column of times was found; rows count as one second apart");
    if (file.backwards > 0)
        lab.remark(path + ": the time goes backwards or stands still " + std::to_string(file.backwards) + " times");
}

} // namespace

Result<evaluate::TableFile> readDataTable(const Options &options, Lab &lab, const std::string &path, std::span<const LoadedModel> models,
                                          bool keepTimeTexts)
{
    if (const Result<void> checked = checkIsNoJson(path); !checked)
        return checked.error();
    Result<TableQuestion> question = questionOf(options, path, models);
    if (!question)
        return question.error();
    question->keepTimeTexts = keepTimeTexts;
    if (const Result<void> checked = checkHeader(options, lab, *question, models); !checked)
        return checked.error();
    Result<evaluate::TableFile> file = evaluate::readTable(*question);
    if (file)
        remarkOn(*file, path, lab);
    return file;
}

} // namespace telltale::app
