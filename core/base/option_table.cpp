// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/option_table.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace telltale {

namespace {

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

Error unknownOption(const std::string &name, std::span<const OptionRule> rules)
{
    std::vector<std::string_view> names;
    for (const auto &rule : rules)
        names.push_back(rule.name);
    const std::string nearest = nearestWord(name, names);
    return {ErrorKind::InvalidArgument, "unknown option" + (nearest.empty() ? "" : "; did you mean " + nearest + '?'), name};
}

} // namespace

std::string nearestWord(std::string_view word, std::span<const std::string_view> candidates)
{
    std::string nearest;
    std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string Options::text(std::string_view name, std::string_view fallback) const
{
    const auto found = m_given.find(std::string(name));
    return found == m_given.end() ? std::string(fallback) : found->second.back();
}

std::vector<std::string> Options::all(std::string_view name) const
{
    const auto found = m_given.find(std::string(name));
    return found == m_given.end() ? std::vector<std::string>{} : found->second;
}

Result<double> Options::number(std::string_view name, double fallback, double min, double max) const
{
    if (!has(name))
        return fallback;
    const std::string given = text(name);
    double value = 0.0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc{} || end != given.data() + given.size() || !std::isfinite(value) || value < min || value > max)
        return Error{ErrorKind::InvalidArgument,
                     "expected a number from " + numberText(min) + " to " + numberText(max) + ", found \"" + given + '"',
                     std::string(name)};
    return value;
}

Result<Options> parseOptions(std::span<const std::string> arguments, std::span<const OptionRule> rules)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "--") {
            options.m_positional.insert(options.m_positional.end(), arguments.begin() + std::ptrdiff_t(i) + 1, arguments.end());
            break;
        }
        if (!word.starts_with("-") || word == "-") {
            options.m_positional.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const OptionRule &each) { return each.name == name; });
        if (rule == rules.end())
            return unknownOption(name, rules);
        std::string value;
        if (rule->argument.empty() && equals != std::string::npos)
            return Error{ErrorKind::InvalidArgument, "takes no value", name};
        if (!rule->argument.empty()) {
            if (equals == std::string::npos && i + 1 == arguments.size())
                return Error{ErrorKind::InvalidArgument, "expected " + std::string(rule->argument) + " after it", name};
            value = equals != std::string::npos ? word.substr(equals + 1) : arguments[++i];
        }
        auto &given = options.m_given[name];
        if (!given.empty() && !rule->repeats)
            return Error{ErrorKind::InvalidArgument, "given more than once", name};
        given.push_back(std::move(value));
    }
    return options;
}

std::string optionHelp(std::span<const OptionRule> rules)
{
    const auto heading = [](const OptionRule &rule) {
        return "  " + std::string(rule.name) + (rule.argument.empty() ? "" : " " + std::string(rule.argument));
    };
    std::size_t width = 0;
    for (const auto &rule : rules)
        width = std::max(width, heading(rule).size());
    std::string help;
    for (const auto &rule : rules) {
        std::string line = heading(rule);
        line.resize(width + 2, ' ');
        help += line + std::string(rule.text) + '\n';
    }
    return help;
}

} // namespace telltale
