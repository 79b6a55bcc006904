// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/overrides.h"

#include "core/base/json_text.h"

#include <filesystem>

namespace telltale::config {

namespace {

/// JSON's quoted strings are TOML's basic strings.
std::string quoted(const std::string &text)
{
    return JsonText().value(std::string_view(text)).take();
}

std::string tomlValue(const ParamValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *text = std::get_if<std::string>(&value))
        return quoted(*text);
    return numberText(std::get<double>(value));
}

std::string tomlList(const std::vector<std::string> &words)
{
    std::string text = "[";
    for (const std::string &word : words)
        text += (text.size() == 1 ? "" : ", ") + quoted(word);
    return text + ']';
}

std::string inlineTable(const DetectorSpec &spec)
{
    std::string text = "{ kind = " + quoted(spec.kind);
    for (const auto &[name, value] : spec.params)
        text += ", " + name + " = " + tomlValue(value);
    if (spec.stagesGiven)
        text += ", stages = " + tomlList(spec.stages);
    if (!spec.sensors.empty())
        text += ", sensors = " + tomlList(spec.sensors);
    if (!spec.model.empty())
        text += ", model = " + quoted(spec.model);
    return text + " }";
}

bool saysOnlyJudges(const SensorEntry &sensor)
{
    return sensor.unit.empty() && sensor.text.empty() && !sensor.low && !sensor.high && sensor.period == Duration::zero() && !sensor.alarm;
}

/// What belongs into the plant file and would be without effect here.
PlantProblems strangers(const Plant &read, const std::string &path)
{
    PlantProblems problems;
    const auto expect = [&](bool fits, const std::string &what) {
        if (!fits)
            problems.errors.push_back(
                {ErrorKind::BadFormat, "only detectors and assetDetector belong here; write this into the plant file", path + ' ' + what});
    };
    expect(read.feeds.empty(), "feed");
    expect(read.defaultDetector.kind.empty() && read.defaultAssetDetector.kind.empty() && !read.defaultAlarm, "default");
    for (const AssetEntry &asset : read.assets) {
        expect(!asset.detector, asset.path + ".detector");
        expect(!asset.alarm, asset.path + ".alarm");
        for (const SensorEntry &sensor : asset.sensors)
            expect(saysOnlyJudges(sensor), asset.path + ".sensors." + sensor.name);
    }
    return problems;
}

void take(const AssetEntry &asset, std::map<SensorKey, DetectorSpec> &overrides)
{
    if (asset.assetDetector)
        overrides[{asset.path, {}}] = *asset.assetDetector;
    for (const SensorEntry &sensor : asset.sensors) {
        if (sensor.detector)
            overrides[{asset.path, sensor.name}] = *sensor.detector;
    }
}

std::variant<Plant, PlantProblems> taken(Plant plant, std::variant<Plant, PlantProblems> read, const std::string &path)
{
    if (auto *problems = std::get_if<PlantProblems>(&read))
        return std::move(*problems);
    const Plant &chosen = std::get<Plant>(read);
    if (PlantProblems problems = strangers(chosen, path); !problems.errors.empty())
        return problems;
    for (const AssetEntry &asset : chosen.assets)
        take(asset, plant.overrides);
    plant.version = chosen.version;
    return plant;
}

} // namespace

std::string overridesPath(const std::string &plantPath)
{
    return std::filesystem::path(plantPath).replace_extension(".overrides.toml").string();
}

std::string formatOverrides(const std::map<SensorKey, DetectorSpec> &overrides, std::uint32_t version)
{
    std::string text = "# Written by Telltale: detectors that were chosen in the window. They win over the plant file.\n"
                       "[plant]\nversion = "
                       + std::to_string(version) + '\n';
    std::string asset;
    for (const auto &[source, spec] : overrides) {
        if (source.asset != asset)
            text += "\n[[asset]]\npath = " + quoted(source.asset) + '\n';
        asset = source.asset;
        if (source.sensor.empty())
            text += "assetDetector = " + inlineTable(spec) + '\n';
        else
            text += "sensors." + quoted(source.sensor) + ".detector = " + inlineTable(spec) + '\n';
    }
    return text;
}

std::variant<Plant, PlantProblems> withOverrides(Plant plant, const std::string &path, const DetectorCatalog &catalog)
{
    std::error_code unknown;
    if (!std::filesystem::exists(path, unknown) && !unknown)
        return plant;
    return taken(std::move(plant), loadPlant(path, catalog), path);
}

std::variant<Plant, PlantProblems> withOverridesOf(Plant plant, std::string_view text, const std::string &path,
                                                   const DetectorCatalog &catalog)
{
    return taken(std::move(plant), parsePlant(text, path, catalog), path);
}

} // namespace telltale::config
