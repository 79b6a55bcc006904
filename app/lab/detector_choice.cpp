// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/detector_choice.h"

#include "core/detect/detector.h"
#include "core/detect/make_raw_detector.h"

#include <algorithm>
#include <charconv>

namespace telltale::app {

namespace {

Error unknownName(const std::string &what, const std::string &name, const std::vector<std::string_view> &known)
{
    const std::string nearest = nearestWord(name, known);
    std::string text = "no " + what + " is called \"" + name + '"';
    if (!nearest.empty())
        return {ErrorKind::InvalidArgument, text + "; did you mean " + nearest + '?', {}};
    text += "; there are";
    for (const std::string_view each : known)
        text += ' ' + std::string(each);
    return {ErrorKind::InvalidArgument, text, {}};
}

ParamValue valueOf(const std::string &text)
{
    if (text == "true" || text == "false")
        return text == "true";
    double number = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure == std::errc{} && end == text.data() + text.size())
        return number;
    return text;
}

const ParamRule *paramNamed(const DetectorRule &rule, const std::string &name)
{
    const auto found = std::find_if(rule.params.begin(), rule.params.end(), [&](const ParamRule &each) { return each.name == name; });
    return found == rule.params.end() ? nullptr : &*found;
}

Error unknownSetting(const DetectorRule &rule, const std::string &name)
{
    std::vector<std::string_view> known;
    for (const ParamRule &each : rule.params)
        known.push_back(each.name);
    Error error = unknownName("setting of " + rule.kind, name, known);
    error.where = "--set";
    return error;
}

} // namespace

Result<const DetectorRule *> detectorNamed(const std::string &name)
{
    if (const DetectorRule *rule = detect::catalog().find(name))
        return rule;
    std::vector<std::string_view> known;
    for (const DetectorRule &each : detect::catalog().detectors)
        known.push_back(each.kind);
    return unknownName("detector", name, known);
}

Result<std::vector<const DetectorRule *>> detectorsAsked(const Options &options)
{
    std::vector<const DetectorRule *> asked;
    for (const std::string &name : options.all("--detector")) {
        const Result<const DetectorRule *> rule = detectorNamed(name);
        if (!rule)
            return rule.error();
        asked.push_back(*rule);
    }
    for (std::size_t i = 0; !options.has("--detector") && i < detect::catalog().detectors.size(); ++i)
        asked.push_back(&detect::catalog().detectors[i]);
    return asked;
}

Result<DetectorSpec> specAsked(const DetectorRule &rule, const Options &options)
{
    DetectorSpec spec;
    spec.kind = rule.kind;
    for (const std::string &setting : options.all("--set")) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos)
            return Error{ErrorKind::InvalidArgument, "expected KEY=VALUE, found \"" + setting + '"', "--set"};
        const std::string name = setting.substr(0, equals);
        if (paramNamed(rule, name) == nullptr)
            return unknownSetting(rule, name);
        spec.params[name] = valueOf(setting.substr(equals + 1));
    }
    return spec;
}

bool judgesOneSensor(const DetectorRule &rule)
{
    return rule.scope == DetectorRule::Scope::Sensor;
}

bool learnsAsItRuns(const DetectorRule &rule)
{
    return !detect::kindNamed(rule.kind)->trained.has_value();
}

void grantWarmUp(const DetectorRule &rule, std::size_t rows, DetectorSpec &spec)
{
    const ParamRule *param = paramNamed(rule, "warmUp");
    if (param != nullptr)
        spec.params.emplace("warmUp", std::clamp(static_cast<double>(rows), param->min, param->max));
}

} // namespace telltale::app
