// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/skab_corpus.h"

#include "core/base/csv.h"
#include "core/evaluate/table_file.h"

#include <algorithm>
#include <filesystem>

namespace telltale::evaluate {

namespace {

constexpr std::string_view kTimes = "datetime";
constexpr std::string_view kAnomaly = "anomaly";
constexpr std::string_view kChangepoint = "changepoint";

/// Errors: BadFormat for a header that is not one of a run.
Result<TableQuestion> questionOf(const std::string &path)
{
    const Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return reader.error();
    const std::vector<std::string> &header = reader->header();
    if (header[0] != kTimes)
        return Error{ErrorKind::BadFormat, "expected the first column to be datetime, not \"" + header[0] + '"', reader->place()};
    TableQuestion question;
    question.path = path;
    question.strict = true;
    for (std::size_t i = 1; i < header.size(); ++i) {
        if (header[i] == kAnomaly)
            question.truth = kAnomaly;
        else if (header[i] != kChangepoint)
            question.sensors.push_back(header[i]);
    }
    if (question.sensors.empty())
        return Error{ErrorKind::BadFormat, "expected at least one channel beside datetime, anomaly and changepoint", reader->place()};
    return question;
}

} // namespace

Result<SkabRun> readSkabRun(const std::string &path)
{
    const Result<TableQuestion> question = questionOf(path);
    if (!question)
        return question.error();
    Result<TableFile> file = readTable(*question);
    if (!file)
        return file.error();
    if (file->timeColumn != kTimes && file->table.rows() > 0)
        return Error{ErrorKind::BadFormat, "expected times in the column datetime", path + ":2"};
    return SkabRun{std::filesystem::path(path).filename().string(), std::move(file->table)};
}

Result<std::vector<SkabRun>> readSkabCorpus(const std::string &folder)
{
    std::error_code failure;
    std::vector<std::string> paths;
    for (std::filesystem::directory_iterator each(folder, failure), end; !failure && each != end; each.increment(failure)) {
        if (each->path().extension() == ".csv" && each->is_regular_file(failure))
            paths.push_back(each->path().string());
    }
    if (failure)
        return Error{failure == std::errc::no_such_file_or_directory ? ErrorKind::NotFound : ErrorKind::Io, failure.message(), folder};
    if (paths.empty())
        return Error{ErrorKind::NotFound, "no file that ends in .csv", folder};
    std::sort(paths.begin(), paths.end());
    std::vector<SkabRun> runs;
    for (const std::string &path : paths) {
        Result<SkabRun> run = readSkabRun(path);
        if (!run)
            return run.error();
        runs.push_back(std::move(*run));
    }
    return runs;
}

} // namespace telltale::evaluate
