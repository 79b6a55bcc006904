// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/plant_directory.h"

#include "core/detect/detector.h"

#include <algorithm>
#include <utility>

namespace telltale::pipeline {

namespace {

constexpr std::string_view kBuiltInDetector = "shingle_ensemble";
constexpr std::string_view kBuiltInAssetDetector = "t2_residual";

/// What screens and reports call it.
std::string shownKind(const DetectorSpec &spec)
{
    return spec.kind == kNoDetector ? std::string() : spec.kind;
}

const config::SensorEntry *entryNamed(const config::AssetEntry *asset, std::string_view sensor)
{
    if (asset == nullptr)
        return nullptr;
    const auto found =
        std::find_if(asset->sensors.begin(), asset->sensors.end(), [&](const config::SensorEntry &entry) { return entry.name == sensor; });
    return found == asset->sensors.end() ? nullptr : &*found;
}

} // namespace

PlantDirectory::PlantDirectory(config::Plant plant, std::vector<FeedSpec> feeds) : m_plant(std::move(plant))
{
    m_structure.feeds = std::move(feeds);
    m_structure.generation = 1;
    for (const auto &entry : m_plant.assets) {
        AssetPlace &declared = place(entry.path);
        declared.entry = &entry;
        for (const auto &sensor : entry.sensors)
            add(declared, FeedId{}, sensor.name);
    }
}

PlantDirectory::AssetPlace &PlantDirectory::place(std::string_view asset)
{
    const auto [found, isNew] = m_assets.try_emplace(std::string(asset));
    if (isNew) {
        found->second.id = AssetId{static_cast<std::uint32_t>(m_structure.assets.size())};
        m_structure.assets.push_back({found->second.id, found->first, {}});
        ++m_structure.generation;
    }
    return found->second;
}

SensorId PlantDirectory::add(AssetPlace &where, FeedId feed, std::string_view sensor)
{
    const SensorId id{static_cast<std::uint32_t>(m_structure.sensors.size())};
    auto &asset = m_structure.assets[indexOf(where.id)];
    SensorSpec spec;
    spec.id = id;
    spec.asset = where.id;
    spec.feed = feed;
    spec.key = {asset.path, std::string(sensor)};
    if (const auto *entry = entryNamed(where.entry, sensor)) {
        spec.unit = entry->unit;
        spec.text = entry->text;
        spec.low = entry->low;
        spec.high = entry->high;
        spec.period = entry->period;
        spec.declared = true;
    }
    m_structure.sensors.push_back(std::move(spec));
    m_structure.sensors.back().detector = shownKind(detectorFor(id));
    asset.sensors.push_back(id);
    where.sensors.emplace(std::string(sensor), id);
    ++m_structure.generation;
    return id;
}

SensorId PlantDirectory::resolve(FeedId feed, std::string_view asset, std::string_view sensor)
{
    AssetPlace &where = place(asset);
    const auto known = where.sensors.find(std::string(sensor));
    if (known == where.sensors.end())
        return add(where, feed, sensor);
    SensorSpec &spec = m_structure.sensors[indexOf(known->second)];
    if (spec.feed != feed) {
        spec.feed = feed;
        ++m_structure.generation;
    }
    return known->second;
}

std::optional<SensorId> PlantDirectory::find(const SensorKey &key) const
{
    const auto asset = m_assets.find(key.asset);
    if (asset == m_assets.end())
        return std::nullopt;
    const auto sensor = asset->second.sensors.find(key.sensor);
    return sensor == asset->second.sensors.end() ? std::nullopt : std::optional(sensor->second);
}

std::optional<AssetId> PlantDirectory::findAsset(const std::string &path) const
{
    const auto asset = m_assets.find(path);
    return asset == m_assets.end() ? std::nullopt : std::optional(asset->second.id);
}

void PlantDirectory::describe(FeedId feed, const wire::Describe &describe)
{
    for (const auto &said : describe.sensors) {
        SensorSpec &spec = m_structure.sensors[indexOf(resolve(feed, describe.asset, said.name))];
        const SensorSpec before = spec;
        if (spec.unit.empty())
            spec.unit = said.unit;
        if (spec.text.empty())
            spec.text = said.text;
        if (!spec.low)
            spec.low = said.low;
        if (!spec.high)
            spec.high = said.high;
        if (spec.period == Duration::zero())
            spec.period = said.period;
        if (spec.unit != before.unit || spec.text != before.text || spec.low != before.low || spec.high != before.high
            || spec.period != before.period)
            ++m_structure.generation;
    }
}

StructurePtr PlantDirectory::published()
{
    if (!m_published || m_published->generation != m_structure.generation)
        m_published = std::make_shared<const Structure>(m_structure);
    return m_published;
}

const config::SensorEntry *PlantDirectory::entryOf(SensorId sensor) const
{
    const auto &key = m_structure.sensor(sensor).key;
    return entryNamed(m_assets.at(key.asset).entry, key.sensor);
}

const config::AssetEntry *PlantDirectory::entryOf(AssetId asset) const
{
    return m_assets.at(m_structure.asset(asset).path).entry;
}

bool PlantDirectory::isConfigured(SensorId sensor) const
{
    const auto *entry = entryOf(sensor);
    return entry != nullptr && (entry->detector || entry->alarm);
}

DetectorSpec PlantDirectory::detectorFor(SensorId sensor) const
{
    const auto *asset = entryOf(m_structure.sensor(sensor).asset);
    const auto *entry = entryOf(sensor);
    DetectorSpec spec = entry != nullptr && entry->detector   ? *entry->detector
                        : asset != nullptr && asset->detector ? *asset->detector
                                                              : m_plant.defaultDetector;
    if (spec.kind.empty())
        spec.kind = kBuiltInDetector;
    return spec;
}

AlarmDefinition PlantDirectory::alarmFor(SensorId sensor) const
{
    const SensorSpec &spec = m_structure.sensor(sensor);
    const auto *entry = entryOf(sensor);
    AlarmDefinition definition = entry != nullptr && entry->alarm ? *entry->alarm : alarmFor(spec.asset);
    definition.source = spec.key;
    definition.what = "anomalous";
    definition.detector = shownKind(detectorFor(sensor));
    return definition;
}

std::optional<DetectorSpec> PlantDirectory::detectorFor(AssetId asset) const
{
    const auto *entry = entryOf(asset);
    DetectorSpec spec = entry != nullptr && entry->assetDetector ? *entry->assetDetector : m_plant.defaultAssetDetector;
    // Whoever chose how the sensors are judged gets no second judge unasked.
    const bool chosen = (entry != nullptr && entry->detector) || !m_plant.defaultDetector.kind.empty();
    if (spec.kind.empty() && !chosen && detect::catalog().find(kBuiltInAssetDetector) != nullptr)
        spec.kind = kBuiltInAssetDetector;
    return spec.kind.empty() || spec.kind == kNoDetector ? std::nullopt : std::optional(std::move(spec));
}

AlarmDefinition PlantDirectory::alarmFor(AssetId asset) const
{
    const auto *entry = entryOf(asset);
    AlarmDefinition definition = entry != nullptr && entry->alarm ? *entry->alarm : m_plant.defaultAlarm.value_or(AlarmDefinition{});
    definition.source = {m_structure.asset(asset).path, {}};
    definition.what = "anomalous";
    const auto detector = detectorFor(asset);
    definition.detector = detector ? detector->kind : std::string();
    return definition;
}

void PlantDirectory::setDetector(AssetId asset, const std::string &kind)
{
    AssetSpec &spec = m_structure.assets[indexOf(asset)];
    if (spec.detector == kind)
        return;
    spec.detector = kind;
    ++m_structure.generation;
}

} // namespace telltale::pipeline
