// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/replay/recording.h"

#include "core/base/csv.h"
#include "core/base/event_time.h"
#include "core/base/json_text.h"
#include "core/base/log.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace telltale::simulator {

namespace {

constexpr std::array<std::string_view, 4> kTimeNames{"timestamp", "datetime", "time", "date"};
constexpr std::array<std::string_view, 4> kLabelNames{"anomaly", "changepoint", "status", "label"};
constexpr std::array<std::string_view, 6> kMissingTexts{"", "nan", "na", "n/a", "null", "none"};
constexpr std::array<std::string_view, 6> kNormalTexts{"", "normal", "false", "no", "ok", "good"};
/// More would not fit into one frame together with their names.
constexpr std::size_t kMaxSensors = 256;
constexpr std::size_t kMaxNameBytes = 128;
constexpr std::size_t kMostQuoted = 64; ///< bytes of a cell

template <std::size_t N>
bool oneOf(const std::array<std::string_view, N> &list, std::string_view text)
{
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return std::string(text);
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// A cell of foreign text as the name of a kind of anomaly, which goes into frames.
std::string kindName(std::string_view cell)
{
    std::string kind = cleanUtf8(cutUtf8(cell, kMostQuoted));
    std::replace_if(kind.begin(), kind.end(), isControl, ' ');
    return kind;
}

std::optional<double> finiteNumber(std::string_view text)
{
    double number = 0.0;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

enum class Role { Time, Sensor, Label, LeftOut };

struct Column {
    std::string name;
    Role role = Role::Sensor;
    std::vector<double> values;
    std::size_t numbers = 0;
    std::optional<Error> firstBad; ///< kept until it is known whether the column holds numbers at all
};

} // namespace

/// Builds a `Recording` row by row.
class RecordingReader {
public:
    explicit RecordingReader(CsvReader csv) : m_csv(std::move(csv)) {}

    Result<Recording> read();

private:
    /// Errors: BadFormat for a name that no feed would accept.
    Result<void> assignRoles();
    [[nodiscard]] std::string sensorName(const std::string &heading) const;
    Result<void> addRow(const std::vector<std::string> &cells);
    void addNumber(Column &column, const std::string &cell);
    void addLabel(const Column &column, const std::string &cell, Recording::Label &label);
    [[nodiscard]] std::uint32_t kindNumber(const std::string &kind);
    Result<void> settle();
    [[nodiscard]] std::string cellPlace(const Column &column) const { return m_csv.place() + " column '" + column.name + '\''; }

    CsvReader m_csv;
    Recording m_recording;
    std::vector<Column> m_columns;
    bool m_labelled = false;
};

/// Of at most `kMaxNameBytes`, and none of the names before it.
std::string RecordingReader::sensorName(const std::string &heading) const
{
    constexpr std::size_t kNumberBytes = 8;
    std::string name = trimmed(cleanUtf8(heading));
    if (name.empty())
        name = "column " + std::to_string(m_columns.size() + 1);
    name = cutUtf8(name, kMaxNameBytes);
    const auto same = [&](const Column &each) { return each.name == name; };
    for (int copy = 2; std::any_of(m_columns.begin(), m_columns.end(), same); ++copy)
        name = std::string(cutUtf8(name, kMaxNameBytes - kNumberBytes)) + '_' + std::to_string(copy);
    return name;
}

Result<void> RecordingReader::assignRoles()
{
    for (const std::string &heading : m_csv.header()) {
        Column column{sensorName(heading), Role::Sensor, {}, 0, {}};
        if (std::any_of(column.name.begin(), column.name.end(), isControl))
            return Error{ErrorKind::BadFormat,
                         "expected a name without control characters, found '" + escapeLine(column.name, kMostQuoted) + '\'',
                         m_csv.place() + " column " + std::to_string(m_columns.size() + 1)};
        if (oneOf(kLabelNames, lowered(column.name)))
            column.role = Role::Label;
        m_labelled = m_labelled || column.role == Role::Label;
        m_columns.push_back(std::move(column));
    }
    const auto isTime = [](const Column &each) { return oneOf(kTimeNames, lowered(each.name)); };
    auto time = std::find_if(m_columns.begin(), m_columns.end(), isTime);
    (time == m_columns.end() ? m_columns.begin() : time)->role = Role::Time;
    return {};
}

void RecordingReader::addNumber(Column &column, const std::string &cell)
{
    const std::string text = trimmed(cell);
    const auto number = finiteNumber(text);
    const bool missing = !number && oneOf(kMissingTexts, lowered(text));
    if (number)
        ++column.numbers;
    else if (!missing && !column.firstBad)
        column.firstBad =
            Error{ErrorKind::BadFormat, "expected a number, found '" + escapeLine(text, kMostQuoted) + '\'', cellPlace(column)};
    column.values.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
}

std::uint32_t RecordingReader::kindNumber(const std::string &kind)
{
    auto &kinds = m_recording.m_kinds;
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    if (found != kinds.end())
        return static_cast<std::uint32_t>(found - kinds.begin());
    // A column of free text is no set of kinds: what comes after the last place shares it.
    constexpr std::size_t kMaxKinds = 256;
    if (kinds.size() == kMaxKinds)
        return kMaxKinds - 1;
    kinds.push_back(kind);
    return static_cast<std::uint32_t>(kinds.size() - 1);
}

void RecordingReader::addLabel(const Column &column, const std::string &cell, Recording::Label &label)
{
    const std::string text = lowered(trimmed(cell));
    const auto number = finiteNumber(text);
    const bool set = number ? *number != 0.0 : !oneOf(kNormalTexts, text) && !oneOf(kMissingTexts, text);
    if (!set)
        return;
    // A changepoint marks where the state changes, and is no anomaly by itself.
    const bool changepoint = lowered(column.name) == "changepoint";
    label.anomaly = label.anomaly || !changepoint;
    const std::string kind = number ? (changepoint ? "changepoint" : "anomaly") : kindName(text);
    if (label.kind == 0 || changepoint)
        label.kind = kindNumber(kind);
}

Result<void> RecordingReader::addRow(const std::vector<std::string> &cells)
{
    Recording::Label label;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Column &column = m_columns[i];
        if (column.role == Role::Sensor) {
            addNumber(column, cells[i]);
        } else if (column.role == Role::Label) {
            addLabel(column, cells[i], label);
        } else {
            const auto time = readEventTime(trimmed(cells[i]));
            if (!time)
                return Error{time.error().kind, time.error().what, cellPlace(column)};
            m_recording.m_times.push_back(*time);
        }
    }
    if (m_labelled)
        m_recording.m_labels.push_back(label);
    return {};
}

/// Keeps the columns that hold numbers.
Result<void> RecordingReader::settle()
{
    const Error *firstBad = nullptr;
    for (Column &column : m_columns) {
        if (column.role != Role::Sensor)
            continue;
        if (column.numbers > 0 && column.firstBad)
            return *column.firstBad;
        if (column.firstBad && !firstBad)
            firstBad = &*column.firstBad;
        if (column.numbers == 0) {
            m_recording.m_notes.push_back("column '" + column.name + "' holds no numbers and is left out");
            continue;
        }
        m_recording.m_sensors.push_back(column.name);
        m_recording.m_columns.push_back(std::move(column.values));
    }
    if (!m_recording.m_sensors.empty())
        return {};
    return firstBad ? *firstBad : Error{ErrorKind::BadFormat, "expected at least one column of numbers besides the time", m_csv.place()};
}

Result<Recording> RecordingReader::read()
{
    if (auto assigned = assignRoles(); !assigned)
        return assigned.error();
    if (m_columns.size() > kMaxSensors)
        return Error{ErrorKind::OutOfRange, "expected at most 256 columns, found " + std::to_string(m_columns.size()), m_csv.place()};
    std::vector<std::string> cells;
    for (;;) {
        const auto more = m_csv.next(cells);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (auto added = addRow(cells); !added)
            return added.error();
    }
    if (m_recording.rows() == 0)
        return Error{ErrorKind::BadFormat, "expected rows below the header, found none", m_csv.place()};
    if (auto settled = settle(); !settled)
        return settled.error();
    return std::move(m_recording);
}

Result<Recording> Recording::load(const std::string &path)
{
    auto csv = CsvReader::open(path);
    if (!csv)
        return csv.error();
    return RecordingReader(std::move(*csv)).read();
}

std::vector<double> Recording::values(std::size_t row) const
{
    std::vector<double> values;
    values.reserve(m_columns.size());
    for (const auto &column : m_columns)
        values.push_back(column[row]);
    return values;
}

std::optional<Truth> Recording::truth(std::size_t row) const
{
    if (m_labels.empty())
        return std::nullopt;
    return Truth{m_labels[row].anomaly, m_kinds[m_labels[row].kind], {}};
}

Duration Recording::typicalStep() const
{
    std::vector<Duration> steps;
    for (std::size_t row = 1; row < m_times.size(); ++row)
        if (m_times[row] > m_times[row - 1])
            steps.push_back(m_times[row] - m_times[row - 1]);
    if (steps.empty())
        return std::chrono::seconds{1};
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace telltale::simulator
