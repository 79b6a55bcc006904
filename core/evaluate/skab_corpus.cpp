// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/skab_corpus.h"

#include "core/base/csv.h"
#include "core/model/score.h"

#include <algorithm>
#include <filesystem>

namespace telltale::evaluate {

namespace {

enum class Column { Channel, Anomaly, Ignored };

Column columnOf(std::string_view name)
{
    if (name == "anomaly")
        return Column::Anomaly;
    return name == "changepoint" ? Column::Ignored : Column::Channel;
}

Result<void> addLabel(SkabRun &run, double label, const std::string &where)
{
    if (label != 0.0 && label != 1.0)
        return Error{ErrorKind::BadFormat, "expected 0 or 1 in the column anomaly", where};
    run.anomalous.push_back(label == 1.0);
    return {};
}

Result<void> addRow(SkabRun &run, const std::vector<Column> &columns, const std::vector<std::string> &cells, const std::string &where)
{
    const Result<UtcTime> time = parseTime(cells[0]);
    if (!time)
        return Error{ErrorKind::BadFormat, time.error().what, where};
    run.times.push_back(*time);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (columns[i] == Column::Ignored)
            continue;
        const Result<double> value = cells[i].empty() ? kMissing : csvNumber(cells[i], where);
        if (!value)
            return value.error();
        if (columns[i] == Column::Channel)
            run.values.push_back(*value);
        else if (const Result<void> added = addLabel(run, *value, where); !added)
            return added;
    }
    return {};
}

Result<std::vector<Column>> readHeader(SkabRun &run, const CsvReader &reader)
{
    const std::vector<std::string> &header = reader.header();
    if (header[0] != "datetime")
        return Error{ErrorKind::BadFormat, "expected the first column to be datetime, not \"" + header[0] + '"', reader.place()};
    std::vector<Column> columns{Column::Ignored};
    for (std::size_t i = 1; i < header.size(); ++i) {
        columns.push_back(columnOf(header[i]));
        if (columns.back() == Column::Channel)
            run.channels.push_back(header[i]);
    }
    if (run.channels.empty())
        return Error{ErrorKind::BadFormat, "expected at least one channel beside datetime, anomaly and changepoint", reader.place()};
    return columns;
}

} // namespace

Result<SkabRun> readSkabRun(const std::string &path)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return reader.error();
    SkabRun run;
    run.name = std::filesystem::path(path).filename().string();
    const Result<std::vector<Column>> columns = readHeader(run, *reader);
    if (!columns)
        return columns.error();
    std::vector<std::string> cells;
    for (;;) {
        const Result<bool> more = reader->next(cells);
        if (!more)
            return more.error();
        if (!*more)
            return run;
        if (const Result<void> added = addRow(run, *columns, cells, reader->place()); !added)
            return added.error();
    }
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
