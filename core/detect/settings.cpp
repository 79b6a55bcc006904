// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

namespace telltale::detect {

namespace {

std::string_view typeName(std::size_t index)
{
    constexpr std::array<std::string_view, 3> kNames{"a number", "true or false", "a text"};
    return kNames[index];
}

Result<void> checkValue(const ParamRule &rule, const ParamValue &value)
{
    const auto wanted = static_cast<std::size_t>(rule.type);
    if (value.index() != wanted)
        return Error{ErrorKind::InvalidArgument,
                     "expected " + std::string(typeName(wanted)) + ", not " + std::string(typeName(value.index())), rule.name};
    if (rule.type != ParamRule::Type::Number)
        return {};
    const double number = std::get<double>(value);
    if ((rule.unit == "rows" || rule.unit == "count") && number != std::floor(number))
        return Error{ErrorKind::InvalidArgument, "expected a whole number, not " + numberText(number), rule.name};
    if (number >= rule.min && number <= rule.max)
        return {};
    return Error{ErrorKind::InvalidArgument,
                 "expected " + numberText(rule.min) + " to " + numberText(rule.max) + ", not " + numberText(number), rule.name};
}

} // namespace

std::string numberText(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

Result<Settings> Settings::check(const DetectorRule &rule, const DetectorSpec &spec)
{
    Settings settings;
    for (const ParamRule &param : rule.params)
        settings.m_values.emplace(param.name, param.fallback);
    for (const auto &[name, value] : spec.params) {
        const auto param =
            std::find_if(rule.params.begin(), rule.params.end(), [&wanted = name](const ParamRule &row) { return row.name == wanted; });
        if (param == rule.params.end())
            return Error{ErrorKind::InvalidArgument, "detector " + rule.kind + " has no such setting", name};
        if (const Result<void> fits = checkValue(*param, value); !fits)
            return fits.error();
        settings.m_values[name] = value;
    }
    return settings;
}

ParamRule numberRule(std::string name, double fallback, double min, double max, std::string unit, std::string text)
{
    return {std::move(name), ParamRule::Type::Number, min, max, fallback, std::move(unit), std::move(text)};
}

ParamRule flagRule(std::string name, bool fallback, std::string text)
{
    return {std::move(name), ParamRule::Type::Flag, 0.0, 0.0, fallback, "", std::move(text)};
}

ParamRule textRule(std::string name, std::string fallback, std::string text)
{
    return {std::move(name), ParamRule::Type::Text, 0.0, 0.0, std::move(fallback), "", std::move(text)};
}

} // namespace telltale::detect
