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
    m_structure.configurationVersion = m_plant.version;
    showOverrides();
    for (const auto &entry : m_plant.assets) {
        AssetPlace &declared = place(entry.path);
        declared.entry = &entry;
        m_structure.assets[indexOf(declared.id)].alarm = alarmFor(declared.id);
        for (const auto &sensor : entry.sensors)
            add(declared, FeedId{}, sensor.name);
    }
}

void PlantDirectory::addFeed(FeedSpec feed)
{
    m_structure.feeds.push_back(std::move(feed));
    ++m_structure.generation;
}

void PlantDirectory::removeFeed(FeedId feed)
{
    for (SensorSpec &sensor : m_structure.sensors) {
        if (sensor.feed != feed || sensor.declared || sensor.gone)
            continue;
        sensor.gone = true;
        AssetSpec &asset = m_structure.assets[indexOf(sensor.asset)];
        std::erase(asset.sensors, sensor.id);
        asset.gone = asset.sensors.empty() && entryOf(asset.id) == nullptr;
    }
    ++m_structure.generation;
}

/// A sensor that was gone is there again.
void PlantDirectory::takeBack(SensorSpec &sensor)
{
    AssetSpec &asset = m_structure.assets[indexOf(sensor.asset)];
    sensor.gone = asset.gone = false;
    asset.sensors.push_back(sensor.id);
    ++m_structure.generation;
}

PlantDirectory::AssetPlace &PlantDirectory::place(std::string_view asset)
{
    const auto [found, isNew] = m_assets.try_emplace(std::string(asset));
    if (isNew) {
        found->second.id = AssetId{static_cast<std::uint32_t>(m_structure.assets.size())};
        m_structure.assets.push_back({found->second.id, found->first, {}});
        m_structure.assets.back().alarm = alarmFor(found->second.id);
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
    showJudge(m_structure.sensors.back());
    asset.sensors.push_back(id);
    asset.gone = false;
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
    if (spec.gone)
        takeBack(spec);
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
    if (const DetectorSpec *chosen = overrideOf(m_structure.sensor(sensor).key))
        return *chosen;
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
    definition.what = kAnomalous;
    definition.detector = shownKind(detectorFor(sensor));
    definition.version = m_plant.version;
    return definition;
}

std::optional<DetectorSpec> PlantDirectory::detectorFor(AssetId asset) const
{
    if (const DetectorSpec *chosen = overrideOf({m_structure.asset(asset).path, {}}))
        return chosen->kind == kNoDetector ? std::nullopt : std::optional(*chosen);
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
    definition.what = kAnomalous;
    const auto detector = detectorFor(asset);
    definition.detector = detector ? detector->kind : std::string();
    definition.version = m_plant.version;
    return definition;
}

void PlantDirectory::setDetector(AssetId asset, const DetectorSpec &detector)
{
    AssetSpec &spec = m_structure.assets[indexOf(asset)];
    if (spec.judge == detector)
        return;
    spec.judge = detector;
    spec.detector = shownKind(detector);
    spec.alarm = alarmFor(asset);
    ++m_structure.generation;
}

const DetectorSpec *PlantDirectory::overrideOf(const SensorKey &source) const
{
    const auto found = m_plant.overrides.find(source);
    return found == m_plant.overrides.end() ? nullptr : &found->second;
}

void PlantDirectory::showJudge(SensorSpec &spec) const
{
    spec.judge = detectorFor(spec.id);
    spec.detector = shownKind(spec.judge);
    spec.alarm = alarmFor(spec.id);
}

void PlantDirectory::showOverrides()
{
    m_structure.overridden.clear();
    for (const auto &[source, spec] : m_plant.overrides)
        m_structure.overridden.push_back(source);
}

void PlantDirectory::configure(const SensorKey &source, const DetectorSpec &spec)
{
    if (spec.kind.empty())
        m_plant.overrides.erase(source);
    else
        m_plant.overrides[source] = spec;
    m_structure.configurationVersion = ++m_plant.version;
    showOverrides();
    if (const auto sensor = find(source))
        showJudge(m_structure.sensors[indexOf(*sensor)]);
    ++m_structure.generation;
}

bool PlantDirectory::wantsComment(Priority priority) const
{
    const auto &wanted = m_plant.commentToAcknowledge;
    return std::find(wanted.begin(), wanted.end(), priority) != wanted.end();
}

void PlantDirectory::setJudgeProblem(const SensorKey &source, const std::string &problem)
{
    const auto sensor = source.sensor.empty() ? std::nullopt : find(source);
    const auto asset = source.sensor.empty() ? findAsset(source.asset) : std::nullopt;
    std::string *shown = sensor  ? &m_structure.sensors[indexOf(*sensor)].judgeProblem
                         : asset ? &m_structure.assets[indexOf(*asset)].judgeProblem
                                 : nullptr;
    if (shown == nullptr || *shown == problem)
        return;
    *shown = problem;
    ++m_structure.generation;
}

} // namespace telltale::pipeline
