// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/json_fields.h"

#include "core/base/log.h"
#include "core/model/score.h"

#include <array>
#include <cmath>

namespace telltale::wire {

using simdjson::ondemand::json_type;

namespace {

constexpr std::size_t kMaxUnitBytes = 32;
constexpr std::size_t kMaxTextBytes = 256;
constexpr double kMaxPeriodSec = 366.0 * 86400.0;

/// Calls `each(key, value)` for every member of an object until one returns false.
template <typename Each>
bool readMembers(simdjson::ondemand::object &object, Fault &fault, Each &&each)
{
    for (auto member : object) {
        simdjson::ondemand::field content;
        std::string_view key;
        if (const auto error = std::move(member).get(content))
            return failJson(fault, error);
        if (const auto error = content.unescaped_key().get(key))
            return failJson(fault, error);
        if (!each(key, content.value()))
            return false;
    }
    return true;
}

template <typename Each>
bool readObject(JsonValue &value, std::string_view place, Fault &fault, Each &&each)
{
    simdjson::ondemand::object object;
    if (const auto error = value.get_object().get(object))
        return error == simdjson::INCORRECT_TYPE ? failType(fault, value, place, "an object") : failJson(fault, error);
    return readMembers(object, fault, each);
}

template <typename Each>
bool readArray(JsonValue &value, std::string_view place, Fault &fault, Each &&each)
{
    simdjson::ondemand::array array;
    if (const auto error = value.get_array().get(array))
        return error == simdjson::INCORRECT_TYPE ? failType(fault, value, place, "an array") : failJson(fault, error);
    for (auto element : array) {
        JsonValue content;
        if (const auto error = std::move(element).get(content))
            return failJson(fault, error);
        if (!each(content))
            return false;
    }
    return true;
}

/// Finds `text` among the words of a table; the index is the enumeration's value.
template <std::size_t N>
std::optional<std::size_t> wordIndex(const std::array<std::string_view, N> &words, std::string_view text)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == text)
            return i;
    }
    return std::nullopt;
}

bool isArray(JsonValue &value)
{
    json_type type{};
    return !value.type().get(type) && type == json_type::array;
}

bool readKind(JsonValue &value, JsonFields &fields, Fault &fault)
{
    constexpr std::array<std::string_view, 3> kKinds{"data", "describe", "heartbeat"};
    std::string text;
    if (!readText(value, "kind", kMaxTextBytes, text, fault))
        return false;
    const auto index = wordIndex(kKinds, text);
    if (!index)
        return fail(fault, Reject::UnknownPayload, "kind \"" + escapeLine(text, 40) + "\": expected data, describe or heartbeat");
    fields.kind = static_cast<MessageKind>(*index);
    return true;
}

bool readEpoch(JsonValue &value, JsonFields &fields, Fault &fault)
{
    return readCount(value, "epoch", fields.epoch, fault);
}

bool readSeq(JsonValue &value, JsonFields &fields, Fault &fault)
{
    return readCount(value, "seq", fields.seq.emplace(), fault);
}

bool readTimes(JsonValue &value, JsonFields &fields, Fault &fault)
{
    const auto one = [&](JsonValue &element) { return readTime(element, "t", fields.times.emplace_back(), fault); };
    fields.timeForm = isArray(value) ? Form::Many : Form::One;
    return fields.timeForm == Form::One ? one(value) : readArray(value, "t", fault, one);
}

bool readCell(JsonValue &value, SensorColumn &column, Fault &fault)
{
    double number = kMissing;
    if (!isNull(value) && !readNumber(value, column.sensor, number, fault))
        return false;
    if (std::isinf(number)) {
        column.quality.resize(column.values.size() + 1, Quality::Good);
        column.quality.back() = Quality::Bad;
        number = kMissing;
    }
    column.values.push_back(number);
    return true;
}

bool readColumn(std::string_view sensor, JsonValue &value, JsonFields &fields, Fault &fault)
{
    JsonColumn &added = fields.columns.emplace_back();
    SensorColumn &column = added.column;
    column.sensor = sensor;
    if (!checkSensorName(sensor, fault))
        return false;
    if (isNull(value)) {
        added.form = Form::Null;
        return true;
    }
    added.form = isArray(value) ? Form::Many : Form::One;
    const auto cell = [&](JsonValue &element) { return readCell(element, column, fault); };
    const bool read = added.form == Form::One ? cell(value) : readArray(value, column.sensor, fault, cell);
    if (!column.quality.empty())
        column.quality.resize(column.values.size(), Quality::Good);
    return read;
}

bool readValues(JsonValue &value, JsonFields &fields, Fault &fault)
{
    fields.hasValues = true;
    return readObject(value, "values", fault,
                      [&](std::string_view sensor, JsonValue &column) { return readColumn(sensor, column, fields, fault); });
}

bool readQualities(JsonValue &value, JsonFields &fields, Fault &fault)
{
    return readObject(value, "quality", fault, [&](std::string_view sensor, JsonValue &content) {
        JsonQuality &added = fields.qualities.emplace_back();
        added.sensor = sensor;
        if (!checkSensorName(sensor, fault))
            return false;
        added.form = isArray(content) ? Form::Many : Form::One;
        const auto one = [&](JsonValue &element) { return readQuality(element, added.sensor, added.values.emplace_back(), fault); };
        return added.form == Form::One ? one(content) : readArray(content, "quality", fault, one);
    });
}

bool readTruth(JsonValue &value, JsonFields &fields, Fault &fault)
{
    Truth &truth = fields.truth.emplace();
    bool said = false;
    const bool read = readObject(value, "truth", fault, [&](std::string_view key, JsonValue &content) {
        if (key == "anomaly")
            return said = true, readFlag(content, "truth.anomaly", truth.anomaly, fault);
        if (key == "kind")
            return readText(content, "truth.kind", kMaxTextBytes, truth.kind, fault);
        if (key != "sensors")
            return true;
        return readArray(content, "truth.sensors", fault, [&](JsonValue &element) {
            return readText(element, "truth.sensors", kMaxSensorBytes, truth.sensors.emplace_back(), fault);
        });
    });
    return read && (said || fail(fault, Reject::MissingField, "truth: expected a member \"anomaly\""));
}

bool readClock(JsonValue &value, JsonFields &fields, Fault &fault)
{
    constexpr std::array<std::string_view, 3> kClocks{"unknown", "live", "simulated"};
    std::string text;
    if (!readText(value, "clock", kMaxTextBytes, text, fault))
        return false;
    const auto index = wordIndex(kClocks, text);
    if (!index)
        return fail(fault, Reject::BadType, "clock: expected live or simulated, found \"" + escapeLine(text, 40) + '"');
    fields.clock = static_cast<ClockKind>(*index);
    return true;
}

bool readSpeed(JsonValue &value, JsonFields &fields, Fault &fault)
{
    if (!readNumber(value, "speed", fields.speed, fault))
        return false;
    return (fields.speed > 0.0 && std::isfinite(fields.speed)) || fail(fault, Reject::BadType, "speed: expected a number above 0");
}

bool readRange(JsonValue &value, DescribedSensor &sensor, Fault &fault)
{
    std::size_t count = 0;
    const bool read = readArray(value, "range", fault, [&](JsonValue &element) {
        double end = 0.0;
        if (++count > 2 || isNull(element))
            return true;
        if (!readNumber(element, "range", end, fault))
            return false;
        (count == 1 ? sensor.low : sensor.high) = end;
        return std::isfinite(end) || fail(fault, Reject::BadType, "range: expected finite numbers");
    });
    const bool sensible = count == 2 && (!sensor.low || !sensor.high || *sensor.low <= *sensor.high);
    return read && (sensible || fail(fault, Reject::BadShape, "range: expected [low, high], each a number or null"));
}

bool readIndex(JsonValue &value, DescribedSensor &sensor, Fault &fault)
{
    std::uint64_t index = 0;
    if (!readCount(value, "index", index, fault))
        return false;
    sensor.index = static_cast<std::uint32_t>(index);
    return index <= 0xFFFF'FFFFu || fail(fault, Reject::BadType, "index: expected a whole number of at most 32 bits");
}

bool readPeriod(JsonValue &value, DescribedSensor &sensor, Fault &fault)
{
    double seconds = 0.0;
    if (!readNumber(value, "period", seconds, fault))
        return false;
    sensor.period = fromSeconds(seconds);
    return (seconds >= 0.0 && seconds <= kMaxPeriodSec) || fail(fault, Reject::BadType, "period: expected seconds, from 0 to one year");
}

bool readUnit(JsonValue &value, DescribedSensor &sensor, Fault &fault)
{
    return readText(value, "unit", kMaxUnitBytes, sensor.unit, fault);
}

bool readSensorText(JsonValue &value, DescribedSensor &sensor, Fault &fault)
{
    return readText(value, "text", kMaxTextBytes, sensor.text, fault);
}

template <typename Target>
struct KeyReader {
    std::string_view key;
    bool (*read)(JsonValue &value, Target &target, Fault &fault);
};

constexpr std::array<KeyReader<DescribedSensor>, 5> kSensorKeys{
    {{"index", readIndex}, {"unit", readUnit}, {"range", readRange}, {"period", readPeriod}, {"text", readSensorText}}};

bool readSensors(JsonValue &value, JsonFields &fields, Fault &fault)
{
    return readObject(value, "sensors", fault, [&](std::string_view name, JsonValue &content) {
        DescribedSensor &sensor = fields.sensors.emplace_back();
        sensor.name = name;
        sensor.index = static_cast<std::uint32_t>(fields.sensors.size() - 1);
        return checkSensorName(name, fault) && readObject(content, sensor.name, fault, [&](std::string_view key, JsonValue &part) {
                   for (const auto &row : kSensorKeys) {
                       if (key == row.key)
                           return isNull(part) || row.read(part, sensor, fault);
                   }
                   return true;
               });
    });
}

constexpr std::array<KeyReader<JsonFields>, 10> kTopKeys{{{"kind", readKind},
                                                          {"epoch", readEpoch},
                                                          {"seq", readSeq},
                                                          {"t", readTimes},
                                                          {"values", readValues},
                                                          {"quality", readQualities},
                                                          {"truth", readTruth},
                                                          {"clock", readClock},
                                                          {"speed", readSpeed},
                                                          {"sensors", readSensors}}};

bool readTop(std::string_view key, JsonValue &value, JsonFields &fields, Fault &fault)
{
    for (std::size_t i = 0; i < kTopKeys.size(); ++i) {
        if (key != kTopKeys[i].key)
            continue;
        if ((fields.seenKeys & (1u << i)) != 0)
            return fail(fault, Reject::BadName, "the key \"" + std::string(kTopKeys[i].key) + "\" comes twice");
        fields.seenKeys |= 1u << i;
        return isNull(value) || kTopKeys[i].read(value, fields, fault);
    }
    return true;
}

} // namespace

bool readFields(simdjson::ondemand::document &document, JsonFields &fields, Fault &fault)
{
    simdjson::ondemand::object object;
    if (const auto error = document.get_object().get(object))
        return failJson(fault, error);
    if (!readMembers(object, fault, [&](std::string_view key, JsonValue &value) { return readTop(key, value, fields, fault); }))
        return false;
    // The parser stops at the closing bracket; only asking for what follows tells whether that was the end.
    const bool atEnd = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    return atEnd || fail(fault, Reject::BadJson, "there is more after the closing }");
}

} // namespace telltale::wire
