// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/model/snapshot.h"

#include <optional>
#include <vector>

namespace telltale::ui {

/// Whether anything judges by it: it names a kind, and not kNoDetector.
[[nodiscard]] inline bool isJudging(const DetectorSpec &detector)
{
    return !detector.kind.empty() && detector.kind != kNoDetector;
}

/// A sensor, or an asset as a whole, as the newest snapshot has it: what judges it and by which channels.
struct JudgedSource {
    SensorKey key = {};
    std::vector<SensorKey> sensors = {}; ///< in the order of the channels
    std::vector<detect::ChannelSpec> channels = {};
    std::vector<char> silent = {}; ///< per channel: 1 = nothing came from it in this run
    DetectorSpec judge = {};       ///< kind empty or kNoDetector = nothing judges it
    std::string problem = {};      ///< why nothing judges it, for people
    double warmUp = 0.0;
    std::uint64_t undecided = 0; ///< rows that what judges it could not judge, its warm-up apart
    std::uint32_t configuration = 0;
    bool overridden = false;    ///< a change made in the window rules, not the plant file
    AlarmDefinition alarm = {}; ///< that its anomalies raise

    [[nodiscard]] bool isAsset() const { return key.sensor.empty(); }
    [[nodiscard]] bool isJudged() const { return isJudging(judge); }
};

/// Missing: nothing for names the snapshot does not know.
[[nodiscard]] std::optional<JudgedSource> findSource(const Snapshot &snapshot, const SensorKey &key);
/// Every asset of two and more sensors, and every sensor, asset by asset.
[[nodiscard]] std::vector<SensorKey> allSources(const Structure &structure);

} // namespace telltale::ui
