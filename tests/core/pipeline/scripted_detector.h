// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/item_builders.h"

#include <cmath>
#include <numeric>

namespace telltale::test {

/// A row as an asset's detector was shown it.
struct ShownRow {
    UtcTime t;
    std::vector<double> values;
    bool gapBefore = false;
};

/// Judges all sensors of an asset by the mean of |value|: anomalous from 2 on. Missing or bad: NoDecision, as the real ones do.
class ScriptedDetector final : public detect::Detector {
public:
    ScriptedDetector(std::size_t warmUp, std::vector<ShownRow> *shown) : m_warmUp(warmUp), m_shown(shown) {}

    Score update(const detect::Point &point) override
    {
        if (m_shown != nullptr)
            m_shown->push_back({point.time, {point.values.begin(), point.values.end()}, point.gapBefore});
        Score score;
        for (std::size_t i = 0; i < point.values.size(); ++i)
            if (std::isnan(point.values[i]) || point.quality[i] == Quality::Bad)
                return score;
        const bool ready = m_rows++ >= m_warmUp;
        double sum = 0.0;
        for (const double value : point.values)
            sum += std::fabs(value);
        score.value = sum / double(point.values.size());
        score.limit = 2.0;
        if (!ready)
            return score;
        score.verdict = score.value >= score.limit ? Verdict::Anomalous : Verdict::Normal;
        for (std::size_t i = 0; score.verdict == Verdict::Anomalous && i < point.values.size(); ++i)
            score.contributions.push_back({std::uint32_t(i), std::fabs(point.values[i]) / sum, 0.0, point.values[i]});
        std::stable_sort(score.contributions.begin(), score.contributions.end(),
                         [](const Contribution &a, const Contribution &b) { return a.share > b.share; });
        return score;
    }
    double warmUp() const override { return m_warmUp == 0 ? 1.0 : std::min(1.0, double(m_rows) / double(m_warmUp)); }
    std::size_t bytes() const override { return sizeof(*this); }

private:
    std::size_t m_warmUp;
    std::vector<ShownRow> *m_shown;
    std::size_t m_rows = 0;
};

/// Builds detectors of the kind "scripted" besides the real ones.
inline pipeline::DetectorMaker scriptedMaker(std::size_t warmUp = 0, std::vector<ShownRow> *shown = nullptr)
{
    return [=](const DetectorSpec &spec, const std::vector<detect::ChannelSpec> &channels,
               const std::string &seedName, const TrainedModelPtr &model) -> Result<std::unique_ptr<detect::Detector>> {
        if (spec.kind == "scripted")
            return std::unique_ptr<detect::Detector>(std::make_unique<ScriptedDetector>(warmUp, shown));
        return detect::makeDetector(spec, channels, seedName, model);
    };
}

/// Assets with the sensors x and y: each judged by a band of 0 ± 3, both together by the scripted detector. Alarms raise at once.
inline config::Plant scriptedPlant(const std::vector<std::string> &assets, const std::vector<std::string> &sensors = {"x", "y"})
{
    config::Plant plant = bandPlant(assets);
    for (config::AssetEntry &asset : plant.assets) {
        asset.assetDetector = DetectorSpec{"scripted", {}, {}, false};
        const config::SensorEntry model = asset.sensors.front();
        asset.sensors.clear();
        for (const std::string &name : sensors) {
            asset.sensors.push_back(model);
            asset.sensors.back().name = name;
        }
    }
    return plant;
}

/// One message with a value for each of several sensors.
inline pipeline::IntakeItem rowOf(const std::string &asset, double t, const std::vector<std::pair<std::string, double>> &values,
                                  Quality quality = Quality::Good)
{
    SampleBatch batch;
    batch.asset = asset;
    batch.times = {second(t)};
    for (const auto &[sensor, value] : values)
        batch.columns.push_back({sensor, {value}, {quality}});
    batch.received = second(t);
    return {FeedId{0}, std::move(batch)};
}

} // namespace telltale::test
