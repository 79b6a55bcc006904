// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/header_shift.h"

#include "core/base/csv.h"
#include "core/base/event_time.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace telltale::evaluate {

namespace {

using Renames = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kLookedAt = 1000;
constexpr double kMostly = 0.5;  // of the values outside: the name cannot be right
constexpr double kHardly = 0.05; // of the values outside: the name fits

void addCell(ColumnSample &column, const std::string &cell)
{
    const Result<double> number = csvNumber(cell, {});
    if (number && !std::isnan(*number))
        column.numbers.push_back(*number);
    else if (!number && readEventTime(cell))
        column.holdsTimes = true;
    else if (!number && column.word.empty())
        column.word = cell;
}

const SensorRange *rangeOf(const std::string &name, std::span<const SensorRange> ranges)
{
    const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const SensorRange &each) { return each.sensor == name; });
    return found == ranges.end() ? nullptr : &*found;
}

double shareOutside(const ColumnSample &column, const SensorRange &range)
{
    const auto outside =
        std::count_if(column.numbers.begin(), column.numbers.end(), [&](double x) { return x < range.low || x > range.high; });
    return static_cast<double>(outside) / static_cast<double>(column.numbers.size());
}

/// The one sensor with a known range that the header does not name, or null.
const SensorRange *unnamed(std::span<const ColumnSample> columns, std::span<const SensorRange> ranges)
{
    const SensorRange *found = nullptr;
    for (const SensorRange &range : ranges) {
        if (std::any_of(columns.begin(), columns.end(), [&](const ColumnSample &each) { return each.name == range.sensor; }))
            continue;
        if (found != nullptr && found->sensor != range.sensor)
            return nullptr;
        found = &range;
    }
    return found;
}

bool fits(const ColumnSample &column, const SensorRange &range)
{
    return !column.numbers.empty() && shareOutside(column, range) <= kHardly;
}

/// Every sensor with a known range, and at least two of them.
bool allFit(std::span<const ColumnSample> columns, std::span<const SensorRange> ranges)
{
    std::size_t compared = 0;
    for (const ColumnSample &column : columns) {
        const SensorRange *range = rangeOf(column.name, ranges);
        if (range != nullptr && !fits(column, *range))
            return false;
        compared += range != nullptr ? 1 : 0;
    }
    return compared >= 2;
}

/// "unknown", "unknown2", …: the first that neither the header nor a rename has.
std::string unusedName(const Renames &renames, std::span<const ColumnSample> columns)
{
    std::string name = "unknown";
    const auto isUsed = [&] {
        return std::any_of(columns.begin(), columns.end(), [&](const ColumnSample &each) { return each.name == name; })
               || std::any_of(renames.begin(), renames.end(), [&](const auto &each) { return each.second == name; });
    };
    for (int number = 2; isUsed(); ++number)
        name = "unknown" + std::to_string(number);
    return name;
}

/// No name in a header that has it twice, and none given to two columns.
bool canBeTold(const Renames &renames, std::span<const ColumnSample> columns)
{
    return std::all_of(renames.begin(), renames.end(), [&](const auto &rename) {
        return std::count_if(columns.begin(), columns.end(), [&](const ColumnSample &each) { return each.name == rename.first; }) == 1
               && std::count_if(renames.begin(), renames.end(), [&](const auto &each) { return each.second == rename.second; }) == 1;
    });
}

/// Of a column without a name.
std::string nameFor(std::span<const ColumnSample> columns, std::size_t place, std::span<const SensorRange> ranges)
{
    const SensorRange *spare = unnamed(columns, ranges);
    return spare != nullptr && fits(columns[place], *spare) ? spare->sensor : unusedName({}, columns);
}

/// A column that keeps a name which now belongs to another one loses it.
void freeNames(Renames &renames, std::span<const ColumnSample> columns)
{
    const std::size_t count = renames.size();
    for (const ColumnSample &column : columns) {
        const auto begin = renames.begin();
        const auto end = begin + static_cast<std::ptrdiff_t>(count);
        const bool moves = std::any_of(begin, end, [&](const auto &each) { return each.first == column.name; });
        const bool taken = std::any_of(begin, end, [&](const auto &each) { return each.second == column.name; });
        if (taken && !moves)
            renames.emplace_back(column.name, unusedName(renames, columns));
    }
}

/// `step` +1: each column holds what its right neighbour is called; -1: its left one.
std::optional<HeaderShift> shiftedBy(int step, std::span<const ColumnSample> columns, std::span<const SensorRange> ranges)
{
    HeaderShift shift;
    std::vector<std::string> outside;
    const SensorRange *spare = unnamed(columns, ranges);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t neighbour = i + static_cast<std::size_t>(step); // wraps below 0, beyond every column
        const SensorRange *other = neighbour < columns.size() ? rangeOf(columns[neighbour].name, ranges) : nullptr;
        const SensorRange *own = rangeOf(columns[i].name, ranges);
        if (other == nullptr && own != nullptr)
            other = std::exchange(spare, nullptr);
        if (other == nullptr || columns[i].numbers.empty())
            continue;
        if (shareOutside(columns[i], *other) > kHardly)
            return std::nullopt;
        shift.renames.emplace_back(columns[i].name, other->sensor);
        if (own != nullptr && shareOutside(columns[i], *own) > kMostly)
            outside.push_back(columns[i].name);
    }
    if (outside.size() < 2 || 3 * outside.size() < shift.renames.size())
        return std::nullopt;
    freeNames(shift.renames, columns);
    if (!canBeTold(shift.renames, columns))
        return std::nullopt;
    shift.why = "the values under";
    for (const std::string &name : outside)
        shift.why += ' ' + name;
    shift.why += std::string(" lie outside what is known of these sensors, and every column fits the name ") + (step > 0 ? "right" : "left")
                 + " of its own: the header looks shifted by one column";
    return shift;
}

} // namespace

Result<std::vector<ColumnSample>> readColumnSamples(const std::string &path, std::span<const std::pair<std::string, std::string>> renamed,
                                                    const std::vector<std::string> &header)
{
    Result<CsvReader> reader = CsvReader::open(path);
    if (!reader)
        return reader.error();
    if (!header.empty())
        reader->setHeader(header);
    std::vector<ColumnSample> columns;
    for (const std::string &name : reader->header()) {
        const auto found = std::find_if(renamed.begin(), renamed.end(), [&](const auto &each) { return each.first == name; });
        columns.push_back({found == renamed.end() ? name : found->second, {}, {}});
    }
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < kLookedAt; ++row) {
        const Result<bool> more = reader->next(cells);
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < cells.size(); ++i)
            addCell(columns[i], cells[i]);
    }
    return columns;
}

std::optional<HeaderShift> findHeaderShift(std::span<const ColumnSample> columns, std::span<const SensorRange> ranges)
{
    for (const int step : {-1, 1}) {
        if (std::optional<HeaderShift> shift = shiftedBy(step, columns, ranges))
            return shift;
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> findMissingName(const std::vector<std::string> &header, std::span<const ColumnSample> columns,
                                                        std::span<const SensorRange> ranges)
{
    std::optional<std::vector<std::string>> found;
    for (std::size_t place = 0; place < columns.size() && columns.size() == header.size() + 1; ++place) {
        std::vector<ColumnSample> tried(columns.begin(), columns.end());
        for (std::size_t i = 0; i < tried.size(); ++i)
            tried[i].name = i < place ? header[i] : i == place ? std::string() : header[i - 1];
        if (tried[place].holdsTimes || !allFit(tried, ranges))
            continue;
        if (found)
            return std::nullopt;
        found = header;
        found->insert(found->begin() + static_cast<std::ptrdiff_t>(place), nameFor(tried, place, ranges));
    }
    return found;
}

const ColumnSample *wordsUnderASensorsName(std::span<const ColumnSample> columns)
{
    static constexpr std::array<std::string_view, 16> kWordy{"status", "label", "anomal", "truth", "class", "state",   "result", "verdict",
                                                             "name",   "event", "kind",   "type",  "text",  "comment", "note",   "id"};
    if (columns.empty() || columns.back().word.empty() || !columns.back().numbers.empty())
        return nullptr;
    std::string name = columns.back().name;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    const bool wordy =
        std::any_of(kWordy.begin(), kWordy.end(), [&](std::string_view each) { return name.find(each) != std::string::npos; });
    return wordy ? nullptr : &columns.back();
}

} // namespace telltale::evaluate
