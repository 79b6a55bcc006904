// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/plant.h"
#include "core/model/structure.h"
#include "core/wire/message.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace telltale::pipeline {

/// Gives names their numbers and knows what the plant file and the publishers say about each. Names that nobody declared appear by
/// themselves. Ids are dealt in the order of first mention, so the same input gives the same ids. Thread: the alarm thread.
class PlantDirectory {
public:
    PlantDirectory(config::Plant plant, std::vector<FeedSpec> feeds);

    /// The next one: its number is how many there were.
    void addFeed(FeedSpec feed);
    /// Its sensors are gone, but for those that the plant file names.
    void removeFeed(FeedId feed);
    /// The sensor's number; a new name gets the next one and belongs to `feed`.
    [[nodiscard]] SensorId resolve(FeedId feed, std::string_view asset, std::string_view sensor);
    /// The sensor of that name, if it has ever been mentioned.
    [[nodiscard]] std::optional<SensorId> find(const SensorKey &key) const;
    [[nodiscard]] std::optional<AssetId> findAsset(const std::string &path) const;
    /// Takes over units, ranges and periods where the plant file says nothing.
    void describe(FeedId feed, const wire::Describe &describe);

    [[nodiscard]] const Structure &structure() const { return m_structure; }
    /// A shared copy, new only when something changed.
    [[nodiscard]] StructurePtr published();

    /// Of the kind kNoDetector where the sensor is not judged by itself.
    [[nodiscard]] DetectorSpec detectorFor(SensorId sensor) const;
    [[nodiscard]] AlarmDefinition alarmFor(SensorId sensor) const;
    /// The plant file gives this very sensor a detector or an alarm. What was chosen in the window does not count: how alarms are grouped
    /// is the plant file's alone.
    [[nodiscard]] bool isConfigured(SensorId sensor) const;

    /// Nothing where the asset is not judged as a whole.
    [[nodiscard]] std::optional<DetectorSpec> detectorFor(AssetId asset) const;
    [[nodiscard]] AlarmDefinition alarmFor(AssetId asset) const;
    /// The asset as a whole is judged by this detector from now on; kind empty = by none.
    void setDetector(AssetId asset, const DetectorSpec &detector);

    /// Another detector for a sensor or (sensor empty) an asset; kind empty = what the plant file says. A new configuration version.
    void configure(const SensorKey &source, const DetectorSpec &spec);
    [[nodiscard]] const std::map<SensorKey, DetectorSpec> &overrides() const { return m_plant.overrides; }
    [[nodiscard]] const std::vector<config::SuppressionRule> &suppressions() const { return m_plant.suppressions; }
    [[nodiscard]] bool wantsComment(Priority priority) const;
    /// Why nothing judges the sensor or asset; empty = it is judged.
    void setJudgeProblem(const SensorKey &source, const std::string &problem);

private:
    struct AssetPlace {
        AssetId id{};
        const config::AssetEntry *entry = nullptr; ///< into m_plant
        std::unordered_map<std::string, SensorId> sensors;
    };
    AssetPlace &place(std::string_view asset);
    SensorId add(AssetPlace &place, FeedId feed, std::string_view sensor);
    void takeBack(SensorSpec &sensor);
    [[nodiscard]] const config::SensorEntry *entryOf(SensorId sensor) const;
    [[nodiscard]] const config::AssetEntry *entryOf(AssetId asset) const;
    [[nodiscard]] const DetectorSpec *overrideOf(const SensorKey &source) const;
    void showJudge(SensorSpec &spec) const;
    void showOverrides();

    config::Plant m_plant;
    Structure m_structure;
    StructurePtr m_published;
    std::unordered_map<std::string, AssetPlace> m_assets;
};

} // namespace telltale::pipeline
