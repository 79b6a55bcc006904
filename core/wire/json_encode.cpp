// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <cstdio>

namespace telltale::wire {

namespace {

/// `<asset> {"key":json,…}`: puts ready-made JSON pieces together.
class FrameText {
public:
    explicit FrameText(std::string_view asset) : m_text(asset) { m_text += " {"; }

    void add(std::string_view key, std::string_view json)
    {
        m_text += m_first ? "\"" : ",\"";
        m_first = false;
        m_text.append(key).append("\":").append(json);
    }

    void addText(std::string_view key, std::string_view text) { add(key, JsonText().value(text).text()); }
    void addCount(std::string_view key, std::uint64_t count) { add(key, std::to_string(count)); }

    std::string take() { return std::move(m_text += '}'); }

private:
    std::string m_text;
    bool m_first = true;
};

/// Seconds as decimals, exact to the nanosecond, without trailing zeros.
std::string secondsText(Duration time)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(time);
    // Only times before 1970 have a negative whole part, and no decoder accepts those.
    std::string text = std::to_string(whole.count());
    const auto nanos = (time - whole).count();
    if (nanos == 0)
        return text;
    const std::string digits = std::to_string(1'000'000'000 + nanos);
    text += '.' + digits.substr(1);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string timesText(const std::vector<UtcTime> &times)
{
    if (times.size() == 1)
        return secondsText(times.front().time_since_epoch());
    std::string text = "[";
    for (const UtcTime time : times)
        text += (text.size() > 1 ? "," : "") + secondsText(time.time_since_epoch());
    return text + ']';
}

/// One bare value for one row, else an array.
template <typename T, typename Write>
void writeRows(JsonText &json, const std::vector<T> &rows, Write &&write)
{
    if (rows.size() == 1) {
        write(json, rows.front());
        return;
    }
    json.beginArray();
    for (const T &row : rows)
        write(json, row);
    json.endArray();
}

std::string valuesText(const std::vector<SensorColumn> &columns)
{
    JsonText json;
    json.beginObject();
    for (const SensorColumn &column : columns)
        writeRows(json.key(column.sensor), column.values, [](JsonText &out, double value) { out.value(value); });
    return json.endObject().take();
}

bool allAlike(const std::vector<Quality> &quality)
{
    return std::adjacent_find(quality.begin(), quality.end(), std::not_equal_to<>()) == quality.end();
}

bool allGood(const SensorColumn &column)
{
    return std::all_of(column.quality.begin(), column.quality.end(), [](Quality quality) { return quality == Quality::Good; });
}

std::string qualitiesText(const std::vector<SensorColumn> &columns)
{
    JsonText json;
    json.beginObject();
    for (const SensorColumn &column : columns) {
        if (allGood(column))
            continue;
        const auto write = [](JsonText &out, Quality quality) { out.value(toText(quality)); };
        if (allAlike(column.quality))
            write(json.key(column.sensor), column.quality.front());
        else
            writeRows(json.key(column.sensor), column.quality, write);
    }
    return json.endObject().take();
}

std::string truthText(const Truth &truth)
{
    JsonText json;
    json.beginObject().field("anomaly", truth.anomaly).field("kind", std::string_view(truth.kind)).key("sensors").beginArray();
    for (const std::string &sensor : truth.sensors)
        json.value(sensor);
    return json.endArray().endObject().take();
}

std::string_view clockText(ClockKind clock)
{
    switch (clock) {
    case ClockKind::Live: return "live";
    case ClockKind::Simulated: return "simulated";
    case ClockKind::Unknown: break;
    }
    return "unknown";
}

void writeEnd(JsonText &json, const std::optional<double> &end)
{
    if (end)
        json.value(*end);
    else
        json.null();
}

void writeSensor(JsonText &json, const DescribedSensor &sensor)
{
    json.key(sensor.name).beginObject().field("index", sensor.index);
    if (!sensor.unit.empty())
        json.field("unit", std::string_view(sensor.unit));
    if (sensor.low || sensor.high) {
        json.key("range").beginArray();
        writeEnd(json, sensor.low);
        writeEnd(json, sensor.high);
        json.endArray();
    }
    if (sensor.period > Duration::zero())
        json.field("period", toSeconds(sensor.period));
    if (!sensor.text.empty())
        json.field("text", std::string_view(sensor.text));
    json.endObject();
}

} // namespace

//  asset path     payload
// ┌────────────┐ ┌────────────────────────────────────────────────────────────────────────────────────────────────────┐
//  line-a/pump1   {"epoch":81,"seq":7,"t":[1795000000,1795000001.5],"values":{"temperature":[22.1,null],"flow":[3,3.5]},
//                  "quality":{"temperature":["good","bad"],"flow":"uncertain"},
//                  "truth":{"anomaly":true,"kind":"spike","sensors":["temperature"]}}
//  With one row, `t`, values and qualities are single values instead of arrays. `epoch` 0, an unknown `seq`, an empty `times` and
//  qualities that are all good are left out.
std::string encode(const SampleBatch &batch)
{
    FrameText frame(batch.asset);
    if (batch.epoch != 0)
        frame.addCount("epoch", batch.epoch);
    if (batch.seq)
        frame.addCount("seq", *batch.seq);
    if (!batch.times.empty())
        frame.add("t", timesText(batch.times));
    frame.add("values", valuesText(batch.columns));
    if (!std::all_of(batch.columns.begin(), batch.columns.end(), allGood))
        frame.add("quality", qualitiesText(batch.columns));
    if (batch.truth)
        frame.add("truth", truthText(*batch.truth));
    return frame.take();
}

//  line-a/pump1 {"kind":"describe","epoch":81,"clock":"simulated","speed":30000,"sensors":{
//      "temperature":{"index":0,"unit":"°C","range":[0,120],"period":1,"text":"bearing temperature"},
//      "flow":{"index":1,"range":[null,8]}}}
//  clock    "live", "simulated" or "unknown"; speed    of a simulated clock: event seconds per second of ours
//  index    what packed frames call the sensor; left out = its place in the object, from 0
//  range    physical limits in `unit`, either end may be null; period    nominal interval in seconds
//  Everything about a sensor may be left out: "flow":{} only says that it exists.
std::string encode(const Describe &describe)
{
    FrameText frame(describe.asset);
    frame.addText("kind", "describe");
    if (describe.epoch != 0)
        frame.addCount("epoch", describe.epoch);
    frame.addText("clock", clockText(describe.clock));
    frame.add("speed", numberText(describe.speed));
    JsonText sensors;
    sensors.beginObject();
    for (const DescribedSensor &sensor : describe.sensors)
        writeSensor(sensors, sensor);
    frame.add("sensors", sensors.endObject().text());
    return frame.take();
}

//  line-a/pump1 {"kind":"heartbeat","epoch":81,"seq":8}        seq = the number that the next data message will have
std::string encode(const Heartbeat &heartbeat)
{
    FrameText frame(heartbeat.asset);
    frame.addText("kind", "heartbeat");
    if (heartbeat.epoch != 0)
        frame.addCount("epoch", heartbeat.epoch);
    if (heartbeat.seq)
        frame.addCount("seq", *heartbeat.seq);
    return frame.take();
}

} // namespace telltale::wire
