// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector_kind.h"
#include "core/detect/staged_detector.h"

#include <algorithm>

namespace telltale::detect {

namespace {

Result<void> checkChannels(const DetectorRule &rule, const std::vector<ChannelSpec> &channels)
{
    if (channels.empty())
        return Error{ErrorKind::InvalidArgument, "a detector needs at least one channel", rule.kind};
    if (!rule.perAsset && channels.size() != 1)
        return Error{ErrorKind::InvalidArgument, "judges one sensor, not " + std::to_string(channels.size()), rule.kind};
    return {};
}

} // namespace

Result<std::unique_ptr<Detector>> makeDetector(const DetectorSpec &spec, const std::vector<ChannelSpec> &channels,
                                               const std::string &seedName)
{
    const DetectorRule *rule = catalog().find(spec.kind);
    const auto kind = std::find_if(kinds().begin(), kinds().end(), [&](const DetectorKind &row) { return row.rule.kind == spec.kind; });
    if (rule == nullptr || kind == kinds().end())
        return Error{ErrorKind::NotFound, "no detector of the kind \"" + spec.kind + "\"", "kind"};
    if (const Result<void> fits = checkChannels(*rule, channels); !fits)
        return fits.error();
    const Result<Settings> settings = Settings::check(*rule, spec);
    if (!settings)
        return settings.error();
    const Result<StagePlan> stages = planStages(spec.stagesGiven ? spec.stages : rule->defaultStages, *settings, *kind);
    if (!stages)
        return stages.error();
    Result<std::unique_ptr<RawDetector>> raw = kind->make(*settings, channels, seedName);
    if (!raw)
        return raw.error();
    return std::unique_ptr<Detector>(std::make_unique<StagedDetector>(std::move(*raw), *stages));
}

} // namespace telltale::detect
