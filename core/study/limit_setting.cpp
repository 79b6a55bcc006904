// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/limit_setting.h"

#include "core/detect/detector.h"
#include "core/detect/make_raw_detector.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace telltale::study {

namespace {

/// Names under which kinds have a limit of their own.
constexpr std::array<std::string_view, 2> kOwnLimits{"threshold", "limit"};

struct KindLimit {
    std::string_view kind;
    std::string_view setting;
};
/// Kinds whose limit goes by another name.
constexpr std::array kKindLimits{KindLimit{"band", "k"}};

bool has(const std::vector<std::string> &stages, std::string_view stage)
{
    return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

} // namespace

std::vector<std::string> stagesOf(const DetectorSpec &detector)
{
    const DetectorRule *rule = detect::catalog().find(detector.kind);
    return detector.stagesGiven || rule == nullptr ? detector.stages : rule->defaultStages;
}

std::string limitSetting(const DetectorSpec &detector)
{
    const detect::DetectorKind *kind = detect::kindNamed(detector.kind);
    if (kind == nullptr)
        return {};
    const std::vector<std::string> stages = stagesOf(detector);
    if (kind->givesTail || has(stages, "tail"))
        return has(stages, "control") ? "theta" : "tailLimit";
    for (const KindLimit &row : kKindLimits) {
        if (row.kind == detector.kind)
            return std::string(row.setting);
    }
    for (const std::string_view name : kOwnLimits) {
        const auto &params = kind->rule.params;
        if (std::any_of(params.begin(), params.end(), [&](const ParamRule &param) { return param.name == name; }))
            return std::string(name);
    }
    return {};
}

} // namespace telltale::study
