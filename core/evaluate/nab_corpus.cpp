// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/nab_corpus.h"

#include "core/base/csv.h"

#include <simdjson.h>

#include <algorithm>
#include <filesystem>

namespace telltale::evaluate {

namespace {

std::size_t rowAt(std::ptrdiff_t position)
{
    return static_cast<std::size_t>(position);
}

/// A name is a place below the folder: others might use it to write there too.
bool staysInFolder(const std::string &name)
{
    const std::filesystem::path path(name);
    return path.is_relative() && path.has_filename() && std::find(path.begin(), path.end(), "..") == path.end();
}

/// Rows with times in [from, to].
void addWindow(NabFile &file, UtcTime from, UtcTime to)
{
    const auto begin = std::lower_bound(file.times.begin(), file.times.end(), from);
    const auto end = std::upper_bound(file.times.begin(), file.times.end(), to);
    if (begin < end)
        file.windows.push_back({rowAt(begin - file.times.begin()), rowAt(end - file.times.begin()) - 1});
}

Result<void> addWindows(NabFile &file, simdjson::dom::element windows, const std::string &where)
{
    simdjson::dom::array list;
    if (windows.get(list) != simdjson::SUCCESS)
        return Error{ErrorKind::BadFormat, "expected a list of windows", where};
    for (const simdjson::dom::element window : list) {
        std::string_view from;
        std::string_view to;
        if (window.at(0).get(from) != simdjson::SUCCESS || window.at(1).get(to) != simdjson::SUCCESS)
            return Error{ErrorKind::BadFormat, "expected [start, end]", where};
        const Result<UtcTime> first = parseTime(from);
        const Result<UtcTime> last = parseTime(to);
        if (!first || !last)
            return Error{ErrorKind::BadFormat, first ? last.error().what : first.error().what, where};
        addWindow(file, *first, *last);
    }
    return {};
}

} // namespace

Result<NabColumn> readNabColumn(const std::string &path)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return reader.error();
    NabColumn column;
    std::vector<std::string> cells;
    for (;;) {
        const Result<bool> more = reader->next(cells);
        if (!more)
            return more.error();
        if (!*more)
            return column;
        if (cells.size() < 2)
            return Error{ErrorKind::BadFormat, "expected a time and a number", reader->place()};
        const Result<UtcTime> time = parseTime(cells[0]);
        if (!time)
            return Error{ErrorKind::BadFormat, time.error().what, reader->place()};
        const Result<double> value = csvNumber(cells[1], reader->place());
        if (!value)
            return value.error();
        column.times.push_back(*time);
        column.values.push_back(*value);
    }
}

Result<std::vector<NabFile>> readNabCorpus(const std::string &folder)
{
    const std::string list = folder + "/windows.json";
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::object entries;
    if (const simdjson::error_code failure = parser.load(list).get(root); failure != simdjson::SUCCESS)
        return Error{failure == simdjson::IO_ERROR ? ErrorKind::NotFound : ErrorKind::BadFormat, simdjson::error_message(failure), list};
    if (root.get(entries) != simdjson::SUCCESS)
        return Error{ErrorKind::BadFormat, "expected an object: file -> windows", list};

    std::vector<NabFile> files;
    for (const auto &[name, windows] : entries) {
        NabFile file;
        file.name = name;
        if (!staysInFolder(file.name))
            return Error{ErrorKind::BadFormat, "expected names of files below the folder, found \"" + file.name + '"', list};
        Result<NabColumn> column = readNabColumn(folder + '/' + file.name);
        if (!column)
            return column.error();
        file.times = std::move(column->times);
        file.values = std::move(column->values);
        if (const Result<void> added = addWindows(file, windows, list + ' ' + file.name); !added)
            return added.error();
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace telltale::evaluate
