// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/configuration_version.h"

#include "core/config/overrides.h"

#include <algorithm>
#include <string_view>

namespace telltale::pipeline {

namespace {

const store::StoredDefinition *named(const std::vector<store::StoredDefinition> &former, std::string_view name)
{
    const auto found = std::find_if(former.begin(), former.end(), [&](const auto &each) { return each.name == name; });
    return found == former.end() ? nullptr : &*found;
}

bool plantChanged(const config::Plant &plant, const store::StoredDefinition *stored)
{
    return stored == nullptr ? !plant.sourceText.empty() : stored->content != plant.sourceText;
}

/// The text names its version: the same overrides are told by what would have been written then.
bool overridesChanged(const config::Plant &plant, const store::StoredDefinition *stored)
{
    return stored == nullptr ? !plant.overrides.empty() : stored->content != config::formatOverrides(plant.overrides, stored->version);
}

} // namespace

ConfigurationStart configurationAtStart(const config::Plant &plant, const std::vector<store::StoredDefinition> &former, const Actor &by,
                                        UtcTime at)
{
    const bool newPlant = plantChanged(plant, named(former, "plant"));
    const bool newOverrides = overridesChanged(plant, named(former, "detectors"));
    std::uint32_t newest = 0;
    for (const store::StoredDefinition &each : former)
        newest = std::max(newest, each.version);
    ConfigurationStart start;
    start.version = std::max(plant.version, newPlant || newOverrides ? newest + 1 : newest);
    const auto save = [&](const char *name, std::string content) {
        start.changed.push_back({name, std::move(content), by, "loaded at start", at, start.version});
    };
    if (newPlant)
        save("plant", plant.sourceText);
    if (newOverrides)
        save("detectors", config::formatOverrides(plant.overrides, start.version));
    return start;
}

} // namespace telltale::pipeline
