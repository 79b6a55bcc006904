// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/plant_keys.h"

#include "core/base/json_text.h"
#include "core/config/alarm_keys.h"
#include "core/config/detector_keys.h"
#include "core/config/feed_keys.h"
#include "core/config/suppression_keys.h"
#include "core/model/asset_path.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>

namespace telltale::config {

namespace {

constexpr double kLongestKeptDays = 36'525.0;
constexpr double kLongestPeriodSec = 366.0 * 86'400.0;

// An alarm inherits from the level above, which may stand later in the file: so alarms are read in a second pass over `pending`.
struct PendingAlarm {
    const Node *node = nullptr;
    std::string path;
};

struct SensorDraft {
    SensorEntry entry;
    PendingAlarm alarm;
};

struct AssetDraft {
    AssetEntry entry;
    std::vector<SensorDraft> sensors;
    PendingAlarm alarm;
};

struct PlantDraft {
    Plant plant;
    std::vector<AssetDraft> assets;
    std::optional<DetectorSpec> detector;
    std::optional<DetectorSpec> assetDetector;
    PendingAlarm defaultAlarm;
};

bool isSensorName(std::string_view name)
{
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !name.empty() && name.size() <= 128 && std::none_of(name.begin(), name.end(), control);
}

/// As the system's tables name it. Where there are none nobody can know: then its form decides.
bool isTimeZone(const std::string &name)
{
    constexpr const char *kTables = "/usr/share/zoneinfo/";
    const auto fits = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("_+-/").find(c) != std::string_view::npos;
    };
    if (name.empty() || name.front() == '/' || !std::all_of(name.begin(), name.end(), fits))
        return false;
    std::error_code none;
    if (!std::filesystem::is_directory(kTables, none))
        return true;
    std::ifstream table(kTables + name, std::ios::binary);
    std::array<char, 4> mark{};
    return table.read(mark.data(), mark.size()) && std::string_view(mark.data(), mark.size()) == "TZif";
}

void takeZone(Plant &plant, const Found &found)
{
    if (!isTimeZone(found.node.text))
        found.expected("a time zone by its IANA name, such as \"Europe/Berlin\" or \"UTC\"");
    plant.zone = found.node.text;
}

void takePriorities(Plant &plant, const Found &found)
{
    for (std::size_t i = 0; i < found.node.items.size(); ++i)
        if (const Found item = found.at(i); holds(item, whole(1, 3)))
            plant.commentToAcknowledge.push_back(static_cast<Priority>(static_cast<int>(item.node.number)));
}

void takePath(AssetDraft &asset, const Found &found)
{
    if (!isAssetPath(found.node.text))
        found.expected("an asset path: " + std::string(kAssetPathRule));
    asset.entry.path = found.node.text;
}

void putAssetDetector(std::optional<DetectorSpec> &target, DetectorSpec spec, const Found &found)
{
    if (target)
        found.wrong("expected one detector for all sensors together, found " + target->kind + " and " + spec.kind);
    target = std::move(spec);
}

void takeAssetDetector(std::optional<DetectorSpec> &target, const Found &found)
{
    putAssetDetector(target, readDetector(found, Judges::WholeAsset), found);
}

/// `detector` of an asset or of the default: for each sensor, or, where its kind says so, for all of them together.
void takeDetector(std::optional<DetectorSpec> &each, std::optional<DetectorSpec> &together, const Found &found)
{
    DetectorSpec spec = readDetector(found, Judges::Either);
    if (judgesAsset(found.reading.catalog(), spec))
        putAssetDetector(together, std::move(spec), found);
    else
        each = std::move(spec);
}

constexpr auto kSensorKeys = std::to_array<KeyRule<SensorDraft>>({
    {"unit", text(32), [](SensorDraft &s, const Found &f) { s.entry.unit = f.node.text; }},
    {"low", number(), [](SensorDraft &s, const Found &f) { s.entry.low = f.node.number; }},
    {"high", number(), [](SensorDraft &s, const Found &f) { s.entry.high = f.node.number; }},
    {"period", numberAbove(0, kLongestPeriodSec), [](SensorDraft &s, const Found &f) { s.entry.period = fromSeconds(f.node.number); }},
    {"text", text(), [](SensorDraft &s, const Found &f) { s.entry.text = f.node.text; }},
    {"detector", table(), [](SensorDraft &s, const Found &f) { s.entry.detector = readDetector(f, Judges::OneSensor); }},
    {"alarm", table(), [](SensorDraft &s, const Found &f) { s.alarm = {&f.node, f.path}; }},
});

void takeSensor(AssetDraft &asset, const Found &table, const Entry &entry)
{
    const Found found = table.at(entry);
    SensorDraft sensor;
    sensor.entry.name = entry.key;
    if (!isSensorName(entry.key))
        found.wrong("expected a sensor name of 1 to 128 bytes without control characters, found " + std::to_string(entry.key.size())
                    + " bytes");
    if (!holds(found, config::table()))
        return;
    readTable<SensorDraft>(found, kSensorKeys, sensor);
    if (sensor.entry.low && sensor.entry.high && *sensor.entry.low >= *sensor.entry.high)
        found.wrong("expected low below high, found low " + numberText(*sensor.entry.low) + " and high " + numberText(*sensor.entry.high),
                    ErrorKind::OutOfRange);
    asset.sensors.push_back(std::move(sensor));
}

void takeSensors(AssetDraft &asset, const Found &found)
{
    for (const Entry &entry : found.node.entries)
        takeSensor(asset, found, entry);
}

constexpr auto kAssetKeys = std::to_array<KeyRule<AssetDraft>>({
    {"path", required(text(1000)), &takePath},
    {"sensors", table(), &takeSensors},
    {"detector", table(), [](AssetDraft &a, const Found &f) { takeDetector(a.entry.detector, a.entry.assetDetector, f); }},
    {"assetDetector", table(), [](AssetDraft &a, const Found &f) { takeAssetDetector(a.entry.assetDetector, f); }},
    {"alarm", table(),
     [](AssetDraft &a, const Found &f) {
         a.alarm = {&f.node, f.path};
     }},
});

constexpr auto kPlantKeys = std::to_array<KeyRule<Plant>>({
    {"title", text(), [](Plant &p, const Found &f) { p.title = f.node.text; }},
    {"zone", text(), &takeZone},
    {"commentToAcknowledge", list(), &takePriorities},
    {"version", number(1, 4e9), [](Plant &p, const Found &f) { p.version = static_cast<std::uint32_t>(f.node.number); }},
});

Duration daysOf(const Found &found)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double, std::ratio<86'400>>(found.node.number));
}

void takeArchive(Retention &retention, const Found &found)
{
    if (found.node.text.find('\0') != std::string::npos)
        found.expected("a folder");
    retention.archiveFolder = found.node.text;
}

constexpr auto kHistoryKeys = std::to_array<KeyRule<Retention>>({
    {"keepDays", numberAbove(0, kLongestKeptDays), [](Retention &r, const Found &f) { r.samples = daysOf(f); }},
    {"keepScoresDays", numberAbove(0, kLongestKeptDays), [](Retention &r, const Found &f) { r.traces = daysOf(f); }},
    {"archive", text(1000, 1), &takeArchive},
});

constexpr auto kDefaultKeys = std::to_array<KeyRule<PlantDraft>>({
    {"detector", table(), [](PlantDraft &p, const Found &f) { takeDetector(p.detector, p.assetDetector, f); }},
    {"assetDetector", table(), [](PlantDraft &p, const Found &f) { takeAssetDetector(p.assetDetector, f); }},
    {"alarm", table(),
     [](PlantDraft &p, const Found &f) {
         p.defaultAlarm = {&f.node, f.path};
     }},
});

/// Each item of [[name]] by its rules.
template <typename T>
void readEach(const Found &found, std::span<const KeyRule<T>> rules, std::vector<T> &items)
{
    for (std::size_t i = 0; i < found.node.items.size(); ++i)
        if (const Found item = found.at(i); holds(item, table()))
            readTable<T>(item, rules, items.emplace_back());
}

/// Reports every second use of a name, with the line of the first.
void checkDistinct(const Found &items, std::string_view key, std::string_view what)
{
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < items.node.items.size(); ++i) {
        const Found item = items.at(i);
        for (const Entry &entry : item.node.entries) {
            if (entry.key != key || entry.value.kind != Node::Kind::Text)
                continue;
            const auto [known, isNew] = first.try_emplace(entry.value.text, entry.value.line);
            if (!isNew)
                item.at(entry).wrong("expected each " + std::string(what) + " once, found " + describe(entry.value)
                                     + " again; first on line " + std::to_string(known->second));
        }
    }
}

void takeFeeds(PlantDraft &draft, const Found &found)
{
    for (std::size_t i = 0; i < found.node.items.size(); ++i)
        if (const Found item = found.at(i); holds(item, table()))
            draft.plant.feeds.push_back(readFeed(item));
    checkDistinct(found, "address", "feed address");
}

void takeAssets(PlantDraft &draft, const Found &found)
{
    readEach<AssetDraft>(found, kAssetKeys, draft.assets);
    checkDistinct(found, "path", "asset path");
}

void takeSuppressions(PlantDraft &draft, const Found &found)
{
    for (std::size_t i = 0; i < found.node.items.size(); ++i)
        if (const Found item = found.at(i); holds(item, table()))
            draft.plant.suppressions.push_back(readSuppression(item));
    checkDistinct(found, "name", "rule name");
}

void takeHistory(PlantDraft &draft, const Found &found)
{
    Retention &retention = draft.plant.retention;
    readTable<Retention>(found, kHistoryKeys, retention);
    if (!retention.archiveFolder.empty() && !retention.samples)
        found.wrong("expected keepDays beside archive: without it no sample ever gets old enough to be archived");
}

constexpr auto kRootKeys = std::to_array<KeyRule<PlantDraft>>({
    {"plant", table(), [](PlantDraft &p, const Found &f) { readTable<Plant>(f, kPlantKeys, p.plant); }},
    {"feed", list(), &takeFeeds},
    {"default", table(), [](PlantDraft &p, const Found &f) { readTable<PlantDraft>(f, kDefaultKeys, p); }},
    {"asset", list(), &takeAssets},
    {"suppress", list(), &takeSuppressions},
    {"history", table(), &takeHistory},
});

std::optional<AlarmDefinition> settle(const PendingAlarm &pending, const AlarmDefinition &inherited, Reading &reading)
{
    if (pending.node == nullptr)
        return std::nullopt;
    return readAlarm({*pending.node, pending.path, reading}, inherited);
}

void fillIn(std::optional<AlarmDefinition> &alarm, const SensorKey &source, const std::string &detector)
{
    if (!alarm)
        return;
    alarm->source = source;
    alarm->detector = detector;
}

/// Second pass: alarms from the default down to the sensors, each starting from the one above.
void settleAsset(AssetDraft &draft, Plant &plant, const AlarmDefinition &above, Reading &reading)
{
    AssetEntry &asset = draft.entry;
    asset.alarm = settle(draft.alarm, above, reading);
    const DetectorSpec &detector = asset.detector ? *asset.detector : plant.defaultDetector;
    for (SensorDraft &sensor : draft.sensors) {
        sensor.entry.alarm = settle(sensor.alarm, asset.alarm.value_or(above), reading);
        fillIn(sensor.entry.alarm, {asset.path, sensor.entry.name}, sensor.entry.detector ? sensor.entry.detector->kind : detector.kind);
        asset.sensors.push_back(std::move(sensor.entry));
    }
    fillIn(asset.alarm, {asset.path, {}}, detector.kind);
    plant.assets.push_back(std::move(asset));
}

AlarmDefinition builtInAlarm()
{
    AlarmDefinition alarm;
    alarm.what = "anomalous";
    return alarm;
}

} // namespace

Plant readPlant(const Node &root, Reading &reading)
{
    PlantDraft draft;
    readTable<PlantDraft>({root, {}, reading}, kRootKeys, draft);
    draft.plant.defaultDetector = draft.detector.value_or(DetectorSpec{});
    draft.plant.defaultAssetDetector = draft.assetDetector.value_or(DetectorSpec{});
    draft.plant.defaultAlarm = settle(draft.defaultAlarm, builtInAlarm(), reading);
    for (AssetDraft &asset : draft.assets)
        settleAsset(asset, draft.plant, draft.plant.defaultAlarm.value_or(builtInAlarm()), reading);
    return std::move(draft.plant);
}

} // namespace telltale::config
