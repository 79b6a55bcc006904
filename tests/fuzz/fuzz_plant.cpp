// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> plant file, checked against the real detectors. Whatever is refused must be refused at a line and with words; what is accepted
// must be accepted again.
#include "core/config/plant_file.h"
#include "core/detect/detector.h"
#include "core/model/asset_path.h"
#include "fuzz_target.h"

using namespace telltale;
using fuzz::require;

namespace {

void check(const config::PlantProblems &problems)
{
    require(!problems.errors.empty() && !problems.text().empty());
    for (const Error &error : problems.errors)
        require(!error.what.empty() && error.where.starts_with("fuzz.toml"));
}

void check(const config::Plant &plant)
{
    for (const auto &asset : plant.assets)
        require(isAssetPath(asset.path));
    for (const auto &feed : plant.feeds)
        require(!feed.address.empty());
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    const auto parsed = config::parsePlant(bytes, "fuzz.toml", detect::catalog());
    std::visit([](const auto &outcome) { check(outcome); }, parsed);
    return std::holds_alternative<config::Plant>(parsed) ? kAccepted : refusal(std::get<config::PlantProblems>(parsed).errors.front());
}
