// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/detector_keys.h"

#include "core/base/option_table.h"

#include <array>
#include <filesystem>

namespace telltale::config {

namespace {

constexpr std::array<std::string_view, 2> kStages{"tail", "control"};

const Entry *entryNamed(const Node &table, std::string_view key)
{
    const auto found = std::find_if(table.entries.begin(), table.entries.end(), [&](const Entry &entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &*found;
}

std::string listed(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

const DetectorRule &noDetector()
{
    static const DetectorRule kRule = [] {
        DetectorRule rule;
        rule.kind = kNoDetector;
        return rule;
    }();
    return kRule;
}

void checkPlace(const Found &kind, const DetectorRule &rule, Judges wanted)
{
    if (wanted == Judges::OneSensor && rule.scope == DetectorRule::Scope::Asset)
        kind.wrong("expected a detector for one sensor, found " + rule.kind
                   + ", which judges all sensors of an asset together: it belongs into the asset's assetDetector");
    if (wanted == Judges::WholeAsset && rule.scope == DetectorRule::Scope::Sensor)
        kind.wrong("expected a detector for all sensors of an asset together, found " + rule.kind
                   + ", which judges one sensor: it belongs into detector");
}

/// The kind's rule in the catalog, or null after having said what is wrong.
const DetectorRule *readKind(const Found &table, Judges wanted)
{
    const Entry *entry = entryNamed(table.node, "kind");
    if (entry == nullptr) {
        table.wrong("the key kind is missing", ErrorKind::NotFound);
        return nullptr;
    }
    const Found kind = table.at(*entry);
    if (!holds(kind, text(80, 1)))
        return nullptr;
    if (kind.node.text == kNoDetector)
        return &noDetector();
    const DetectorRule *rule = table.reading.catalog().find(kind.node.text);
    if (rule != nullptr) {
        checkPlace(kind, *rule, wanted);
        return rule;
    }
    std::vector<std::string_view> known;
    for (const DetectorRule &each : table.reading.catalog().detectors)
        known.push_back(each.kind);
    known.push_back(kNoDetector);
    const std::string nearest = nearestWord(kind.node.text, known);
    kind.wrong("expected one of " + listed(known) + ", found " + describe(kind.node)
                   + (nearest.empty() ? std::string() : "; did you mean " + nearest + '?'),
               ErrorKind::NotFound);
    return nullptr;
}

void readStages(const Found &found, DetectorSpec &spec)
{
    if (!holds(found, list()))
        return;
    std::size_t next = 0;
    for (std::size_t i = 0; i < found.node.items.size(); ++i) {
        const Found stage = found.at(i);
        const auto known = static_cast<std::size_t>(std::find(kStages.begin(), kStages.end(), stage.node.text) - kStages.begin());
        if (stage.node.kind != Node::Kind::Text || known == kStages.size())
            stage.expected("\"tail\" or \"control\"");
        else if (known < next)
            stage.wrong("stages are named once each, tail before control");
        next = known + 1;
        spec.stages.push_back(stage.node.text);
    }
    spec.stagesGiven = true;
}

ValueRule valueRule(const ParamRule &param)
{
    switch (param.type) {
    case ParamRule::Type::Number: return number(param.min, param.max);
    case ParamRule::Type::Flag: return flag();
    case ParamRule::Type::Text: break;
    }
    return text();
}

ParamValue paramValue(const Node &node)
{
    if (node.kind == Node::Kind::Number)
        return node.number;
    if (node.kind == Node::Kind::Flag)
        return node.flag;
    return node.text;
}

/// Which sensors an asset's detector judges.
void readSensors(const Found &found, DetectorSpec &spec)
{
    if (!holds(found, list()))
        return;
    if (found.node.items.empty())
        found.expected("at least one sensor name");
    for (std::size_t i = 0; i < found.node.items.size(); ++i) {
        const Found name = found.at(i);
        if (!holds(name, text(128, 1)))
            continue;
        if (std::find(spec.sensors.begin(), spec.sensors.end(), name.node.text) != spec.sensors.end())
            name.wrong("expected each sensor once, found " + describe(name.node) + " again");
        spec.sensors.push_back(name.node.text);
    }
}

/// A kind that may judge either judges the asset only where nothing else can.
bool takesSensors(const DetectorRule &rule, Judges wanted)
{
    return rule.scope == DetectorRule::Scope::Asset || (rule.scope == DetectorRule::Scope::Either && wanted == Judges::WholeAsset);
}

/// A path is meant from the plant file's folder. It is made absolute: the overrides file, which takes it over, may lie elsewhere.
void readModelPath(const Found &found, DetectorSpec &spec)
{
    if (holds(found, text(4096, 1)))
        spec.model = std::filesystem::absolute(std::filesystem::path(found.reading.file()).parent_path() / found.node.text)
                         .lexically_normal()
                         .string();
}

std::vector<std::string_view> knownKeys(const DetectorRule &rule, Judges wanted)
{
    std::vector<std::string_view> known{"kind"};
    if (rule.kind != kNoDetector)
        known.insert(known.end(), {"stages", "model"});
    if (takesSensors(rule, wanted))
        known.push_back("sensors");
    for (const ParamRule &each : rule.params)
        known.push_back(each.name);
    return known;
}

void readParam(const Found &table, const Entry &entry, const DetectorRule &rule, Judges wanted, DetectorSpec &spec)
{
    const auto param = std::find_if(rule.params.begin(), rule.params.end(), [&](const ParamRule &each) { return each.name == entry.key; });
    if (param == rule.params.end()) {
        reportUnknown(table, entry, knownKeys(rule, wanted));
    } else if (const Found value = table.at(entry); holds(value, valueRule(*param))) {
        spec.params[entry.key] = paramValue(entry.value);
    }
}

} // namespace

DetectorSpec readDetector(const Found &table, Judges wanted)
{
    DetectorSpec spec;
    const DetectorRule *rule = readKind(table, wanted);
    if (rule != nullptr)
        spec.kind = rule->kind;
    for (const Entry &entry : table.node.entries) {
        if (entry.key == "stages" && spec.kind != kNoDetector)
            readStages(table.at(entry), spec);
        else if (entry.key == "sensors" && rule != nullptr && takesSensors(*rule, wanted))
            readSensors(table.at(entry), spec);
        else if (entry.key == "model" && spec.kind != kNoDetector)
            readModelPath(table.at(entry), spec);
        else if (entry.key != "kind" && rule != nullptr)
            readParam(table, entry, *rule, wanted, spec);
    }
    return spec;
}

bool judgesAsset(const DetectorCatalog &catalog, const DetectorSpec &spec)
{
    const DetectorRule *rule = catalog.find(spec.kind);
    return rule != nullptr && rule->scope == DetectorRule::Scope::Asset;
}

} // namespace telltale::config
