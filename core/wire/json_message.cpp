// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/model/score.h"
#include "core/wire/json_fields.h"

#include <algorithm>

namespace telltale::wire {

namespace {

/// The first name that comes twice, if any.
std::optional<std::string> repeated(std::vector<std::string_view> names)
{
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    return twice == names.end() ? std::nullopt : std::optional<std::string>(*twice);
}

template <typename Range, typename Name>
bool checkDistinct(const Range &range, Name &&name, std::string_view place, Fault &fault)
{
    std::vector<std::string_view> names;
    names.reserve(range.size());
    for (const auto &element : range)
        names.push_back(name(element));
    const auto twice = repeated(std::move(names));
    return !twice || fail(fault, Reject::BadName, std::string(place) + ": \"" + escapeLine(*twice, 40) + "\" comes twice");
}

bool checkTimes(JsonFields &fields, UtcTime received, Fault &fault)
{
    if (fields.timeForm == Form::Null)
        fields.times = {received};
    return !fields.times.empty() || fail(fault, Reject::BadShape, "t: expected at least one time");
}

/// "values.temperature: 3 values for 2 times".
bool failLength(Fault &fault, std::string_view place, std::string_view sensor, std::size_t found, std::size_t rows)
{
    return fail(fault, Reject::BadShape,
                std::string(place) + '.' + escapeLine(sensor, 40) + ": found " + std::to_string(found) + " for " + std::to_string(rows)
                    + (rows == 1 ? " time" : " times"));
}

bool checkColumns(JsonFields &fields, Fault &fault)
{
    const std::size_t rows = fields.times.size();
    if (!fields.hasValues)
        return fail(fault, Reject::MissingField, "data needs \"values\"");
    if (fields.columns.empty())
        return fail(fault, Reject::BadShape, "values: expected at least one sensor");
    for (JsonColumn &added : fields.columns) {
        if (added.form == Form::Null)
            added.column.values.assign(rows, kMissing);
        if (added.column.values.size() != rows)
            return failLength(fault, "values", added.column.sensor, added.column.values.size(), rows);
    }
    return checkDistinct(
        fields.columns, [](const JsonColumn &added) { return std::string_view(added.column.sensor); }, "values", fault);
}

/// One word stands for all rows. A number that was not finite stays bad whatever the publisher says about it.
bool applyQuality(JsonQuality &&quality, SensorColumn &column, Fault &fault)
{
    const std::size_t rows = column.values.size();
    if (quality.form == Form::One)
        quality.values.assign(rows, Quality(quality.values.front()));
    if (quality.values.size() != rows)
        return failLength(fault, "quality", quality.sensor, quality.values.size(), rows);
    for (std::size_t row = 0; row < rows; ++row)
        quality.values[row] = std::max(quality.values[row], column.qualityAt(row));
    const bool allGood = std::all_of(quality.values.begin(), quality.values.end(), [](Quality one) { return one == Quality::Good; });
    column.quality = allGood ? std::vector<Quality>{} : std::move(quality.values);
    return true;
}

bool checkQualities(JsonFields &fields, Fault &fault)
{
    if (!checkDistinct(
            fields.qualities, [](const JsonQuality &quality) { return std::string_view(quality.sensor); }, "quality", fault))
        return false;
    for (JsonQuality &quality : fields.qualities) {
        const auto named = std::find_if(fields.columns.begin(), fields.columns.end(),
                                        [&](const JsonColumn &added) { return added.column.sensor == quality.sensor; });
        if (named == fields.columns.end())
            return fail(fault, Reject::BadName, "quality: \"" + escapeLine(quality.sensor, 40) + "\" is not among the values");
        if (!applyQuality(std::move(quality), named->column, fault))
            return false;
    }
    return true;
}

Decoded assembleData(std::string_view asset, JsonFields &&fields, UtcTime received)
{
    Fault fault;
    if (!checkTimes(fields, received, fault) || !checkColumns(fields, fault) || !checkQualities(fields, fault))
        return *std::move(fault);
    SampleBatch batch;
    batch.asset = asset;
    batch.epoch = fields.epoch;
    batch.seq = fields.seq;
    batch.times = std::move(fields.times);
    batch.columns.reserve(fields.columns.size());
    for (JsonColumn &added : fields.columns)
        batch.columns.push_back(std::move(added.column));
    batch.truth = std::move(fields.truth);
    batch.received = received;
    return Message{std::move(batch)};
}

Decoded assembleDescribe(std::string_view asset, JsonFields &&fields)
{
    Fault fault;
    if (!checkDistinct(
            fields.sensors, [](const DescribedSensor &sensor) { return std::string_view(sensor.name); }, "sensors", fault))
        return *std::move(fault);
    std::vector<std::uint32_t> indexes;
    for (const DescribedSensor &sensor : fields.sensors)
        indexes.push_back(sensor.index);
    std::sort(indexes.begin(), indexes.end());
    if (std::adjacent_find(indexes.begin(), indexes.end()) != indexes.end())
        return Rejection{Reject::BadShape, "sensors: two sensors have the same index"};
    return Message{Describe{std::string(asset), fields.epoch, fields.clock, fields.speed, std::move(fields.sensors)}};
}

} // namespace

Decoded assemble(std::string_view asset, JsonFields &&fields, UtcTime received)
{
    switch (fields.kind) {
    case MessageKind::Data: return assembleData(asset, std::move(fields), received);
    case MessageKind::Describe: return assembleDescribe(asset, std::move(fields));
    case MessageKind::Heartbeat: return Message{Heartbeat{std::string(asset), fields.epoch, fields.seq}};
    }
    return Rejection{Reject::UnknownPayload, "unknown kind of message"};
}

} // namespace telltale::wire
