// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/table_file.h"

#include "core/base/csv.h"
#include "core/base/event_time.h"
#include "core/base/option_table.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>

namespace telltale::evaluate {

namespace {

constexpr double kMissingValue = std::numeric_limits<double>::quiet_NaN();
constexpr UtcTime kFirstNumberedRow = fromNanos(946'684'800'000'000'000);
constexpr std::size_t kLookedAt = 1000;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A number, NaN for an empty cell, nothing for anything else.
std::optional<double> numberIn(const std::string &cell)
{
    if (cell.find_first_not_of(' ') == std::string::npos)
        return kMissingValue;
    const Result<double> number = csvNumber(cell, {});
    return number ? std::optional(*number) : std::nullopt;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

std::optional<bool> labelIn(const std::string &cell, bool strict)
{
    static constexpr std::array<std::string_view, 5> kAnomalous{"true", "abnormal", "anomaly", "anomalous", "yes"};
    static constexpr std::array<std::string_view, 3> kNormal{"false", "normal", "no"};
    const std::string word = lowered(cell);
    if (std::find(kAnomalous.begin(), kAnomalous.end(), word) != kAnomalous.end())
        return true;
    if (std::find(kNormal.begin(), kNormal.end(), word) != kNormal.end())
        return false;
    const std::optional<double> number = numberIn(cell);
    const bool isOne = number && !std::isnan(*number) && (!strict || *number == 0.0 || *number == 1.0);
    return isOne ? std::optional(*number != 0.0) : std::nullopt;
}

/// What each column of the file is.
struct Layout {
    std::vector<std::string> names; ///< as renamed
    std::size_t time = kNone;
    std::size_t truth = kNone;
    std::vector<std::size_t> sensors;
    std::vector<LeftOutColumn> leftOut;
};

using Rows = std::vector<std::vector<std::string>>;

/// The first cell of a column that is not empty, or null.
const std::string *firstFilled(const Rows &rows, std::size_t column)
{
    for (const auto &row : rows) {
        if (!row[column].empty())
            return &row[column];
    }
    return nullptr;
}

/// Times in words, or numbers under a name that says what they are.
bool isTimeColumn(const std::string &name, const std::string *cell)
{
    static constexpr std::array<std::string_view, 5> kNames{"timestamp", "time", "datetime", "date", "t"};
    if (cell == nullptr || !readEventTime(*cell))
        return false;
    return !numberIn(*cell) || std::find(kNames.begin(), kNames.end(), lowered(name)) != kNames.end();
}

Error calledTheSame(const Layout &layout, std::size_t column, const std::string &path)
{
    std::string numbers;
    for (std::size_t i = 0; i < layout.names.size(); ++i) {
        if (layout.names[i] == layout.names[column])
            numbers += (numbers.empty() ? "" : " and ") + std::to_string(i + 1);
    }
    return {ErrorKind::InvalidArgument, "the name \"" + layout.names[column] + "\" stands over columns " + numbers, path + ":1"};
}

bool isOnlyOneOfItsName(const Layout &layout, std::size_t column)
{
    return std::count(layout.names.begin(), layout.names.end(), layout.names[column]) == 1;
}

/// Errors: NotFound with the nearest name; InvalidArgument when several columns have the name.
Result<std::size_t> columnNamed(const Layout &layout, const std::string &name, const std::string &path)
{
    const auto found = std::find(layout.names.begin(), layout.names.end(), name);
    if (found != layout.names.end()) {
        const auto column = static_cast<std::size_t>(found - layout.names.begin());
        return isOnlyOneOfItsName(layout, column) ? Result<std::size_t>(column) : calledTheSame(layout, column, path);
    }
    const std::vector<std::string_view> known(layout.names.begin(), layout.names.end());
    const std::string nearest = nearestWord(name, known);
    std::string what = "no column \"" + name + "\"; the file has";
    for (const std::string &each : layout.names)
        what += ' ' + each;
    return Error{ErrorKind::NotFound, what + (nearest.empty() ? "" : "; did you mean " + nearest + '?'), path + ":1"};
}

Error askedForTwice(const std::string &name, const std::string &path)
{
    return {ErrorKind::InvalidArgument, "column \"" + name + "\" is asked for twice", path + ":1"};
}

Result<void> rename(Layout &layout, const TableQuestion &question)
{
    std::vector<std::string> names = layout.names;
    std::vector<bool> done(names.size(), false);
    for (const auto &[from, to] : question.renamed) {
        const Result<std::size_t> column = columnNamed(layout, from, question.path);
        if (!column)
            return column.error();
        if (done[*column])
            return askedForTwice(from, question.path);
        names[*column] = to;
        done[*column] = true;
    }
    layout.names = std::move(names);
    return {};
}

Result<void> chooseNamedSensors(Layout &layout, const TableQuestion &question)
{
    for (const std::string &name : question.sensors) {
        const Result<std::size_t> column = columnNamed(layout, name, question.path);
        if (!column)
            return column.error();
        if (std::find(layout.sensors.begin(), layout.sensors.end(), *column) != layout.sensors.end())
            return askedForTwice(name, question.path);
        layout.sensors.push_back(*column);
    }
    return {};
}

/// Why a column is no sensor; empty = it is one.
std::string whyLeftOut(const Rows &rows, std::size_t column)
{
    std::size_t filled = 0;
    std::size_t numbers = 0;
    const std::string *word = nullptr;
    for (const auto &row : rows) {
        const std::optional<double> number = numberIn(row[column]);
        if (number && std::isnan(*number))
            continue;
        ++filled;
        numbers += number ? 1 : 0;
        word = word == nullptr && !number ? &row[column] : word;
    }
    if (filled == 0)
        return rows.size() < kLookedAt ? "it is empty" : "it is empty in the first " + std::to_string(kLookedAt) + " rows";
    return 2 * numbers > filled ? std::string() : "most of what it holds are no numbers (\"" + *word + "\")";
}

Result<void> chooseNumericSensors(Layout &layout, const Rows &rows, const TableQuestion &question)
{
    for (std::size_t column = 0; column < layout.names.size(); ++column) {
        const std::string &name = layout.names[column];
        const bool ignored = std::find(question.ignored.begin(), question.ignored.end(), name) != question.ignored.end();
        if (column == layout.time || column == layout.truth || ignored)
            continue;
        const std::string why = whyLeftOut(rows, column);
        if (!why.empty())
            layout.leftOut.push_back({name, why});
        else if (isOnlyOneOfItsName(layout, column))
            layout.sensors.push_back(column);
        else
            return calledTheSame(layout, column, question.path);
    }
    return {};
}

Result<void> chooseSensors(Layout &layout, const Rows &rows, const TableQuestion &question)
{
    Result<void> chosen = question.sensors.empty() ? chooseNumericSensors(layout, rows, question) : chooseNamedSensors(layout, question);
    if (chosen && layout.sensors.empty())
        return Error{ErrorKind::OutOfRange, rows.empty() ? "the file has no rows" : "no column of numbers", question.path};
    return chosen;
}

Result<Layout> layOut(const std::vector<std::string> &header, const Rows &rows, const TableQuestion &question)
{
    Layout layout;
    layout.names = header;
    if (const Result<void> renamed = rename(layout, question); !renamed)
        return renamed.error();
    for (std::size_t column = 0; column < header.size() && layout.time == kNone; ++column) {
        if (isTimeColumn(layout.names[column], firstFilled(rows, column)))
            layout.time = column;
    }
    if (!question.truth.empty()) {
        const Result<std::size_t> truth = columnNamed(layout, question.truth, question.path);
        if (!truth)
            return truth.error();
        layout.truth = *truth;
    }
    if (const Result<void> chosen = chooseSensors(layout, rows, question); !chosen)
        return chosen.error();
    return layout;
}

Result<void> addRow(TableFile &file, const Layout &layout, const TableQuestion &question, const std::vector<std::string> &row,
                    const std::string &place)
{
    RowTable &table = file.table;
    UtcTime time = kFirstNumberedRow + std::chrono::seconds(static_cast<std::int64_t>(table.rows()));
    if (layout.time != kNone) {
        const Result<UtcTime> said = readEventTime(row[layout.time]);
        if (!said)
            return Error{ErrorKind::BadFormat, said.error().what, place};
        time = *said;
        if (question.keepTimeTexts)
            file.timeTexts.push_back(row[layout.time]);
    }
    file.backwards += !table.times.empty() && time <= table.times.back() ? 1 : 0;
    table.times.push_back(time);
    for (const std::size_t column : layout.sensors) {
        const std::optional<double> number = numberIn(row[column]);
        if (!number && question.strict)
            return Error{ErrorKind::BadFormat, "expected a number, found \"" + row[column] + '"', place};
        file.badCells += number ? 0 : 1;
        table.values.push_back(number.value_or(kMissingValue));
    }
    if (layout.truth == kNone)
        return {};
    const std::optional<bool> label = labelIn(row[layout.truth], question.strict);
    if (!label)
        return Error{ErrorKind::BadFormat, "expected a label (0, 1, normal, abnormal, …), found \"" + row[layout.truth] + '"', place};
    table.anomalous.push_back(*label ? 1 : 0);
    return {};
}

} // namespace

Result<TableFile> readTable(const TableQuestion &question)
{
    Result<CsvReader> reader = CsvReader::open(question.path);
    if (!reader)
        return reader.error();
    if (!question.header.empty())
        reader->setHeader(question.header);
    Rows first; // enough to see what the columns are
    std::vector<std::string> places;
    std::vector<std::string> cells;
    Result<bool> more = reader->next(cells);
    for (; more && *more && first.size() < kLookedAt; more = reader->next(cells)) {
        first.push_back(cells);
        places.push_back(reader->place());
    }
    Result<Layout> layout = layOut(reader->header(), first, question);
    if (!layout)
        return layout.error();
    TableFile file;
    for (const std::size_t column : layout->sensors)
        file.table.sensors.push_back(layout->names[column]);
    file.leftOut = std::move(layout->leftOut);
    file.timeColumn = layout->time == kNone ? std::string() : layout->names[layout->time];
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (const Result<void> added = addRow(file, *layout, question, first[i], places[i]); !added)
            return added.error();
    }
    for (; more && *more; more = reader->next(cells)) {
        if (const Result<void> added = addRow(file, *layout, question, cells, reader->place()); !added)
            return added.error();
    }
    if (!more)
        return more.error();
    Result<std::string> hash = sha256OfFile(question.path);
    if (!hash)
        return hash.error();
    file.sha256 = std::move(*hash);
    return file;
}

} // namespace telltale::evaluate
