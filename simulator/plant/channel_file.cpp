// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/channel_file.h"

#include "core/base/option_table.h"

#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace telltale::simulator {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxFileBytes = 1 << 20;
constexpr std::size_t kMaxChannels = 64;
constexpr std::size_t kMaxNameBytes = 128;
constexpr std::array<std::string_view, 10> kChannelKeys{"name",  "unit", "text", "distribution",  "params",
                                                        "drift", "low",  "high", "anomaly_range", "anomaly_ratio"};

std::string_view typeName(dom::element element)
{
    switch (element.type()) {
    case dom::element_type::ARRAY: return "a list";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::STRING: return "a text";
    case dom::element_type::BOOL: return "true or false";
    case dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
    }
}

/// A JSON value together with where it stands.
struct Node {
    dom::element element;
    std::string file;
    std::string key;

    [[nodiscard]] Error error(ErrorKind kind, std::string what) const
    {
        return {kind, std::move(what), key.empty() ? file : file + ' ' + key};
    }
    [[nodiscard]] Error expected(std::string_view wanted) const
    {
        return error(ErrorKind::BadFormat, "expected " + std::string(wanted) + ", found " + std::string(typeName(element)));
    }
    /// The root has no name of its own.
    [[nodiscard]] std::string keyOf(const std::string &step) const
    {
        return key.empty() && step.front() == '.' ? step.substr(1) : key + step;
    }
    [[nodiscard]] Node at(dom::element child, const std::string &step) const { return {child, file, keyOf(step)}; }
    [[nodiscard]] std::optional<Node> find(std::string_view name) const
    {
        dom::element child;
        if (element[name].get(child) != simdjson::SUCCESS)
            return std::nullopt;
        return at(child, '.' + std::string(name));
    }
};

Result<double> numberOf(const Node &node)
{
    double number = 0.0;
    if (node.element.get(number) != simdjson::SUCCESS)
        return node.expected("a number");
    return number;
}

Result<std::string> textOf(const Node &node)
{
    std::string_view text;
    if (node.element.get(text) != simdjson::SUCCESS)
        return node.expected("a text");
    return std::string(text);
}

Result<void> onlyKeys(const Node &node, std::span<const std::string_view> known)
{
    dom::object object;
    if (node.element.get(object) != simdjson::SUCCESS)
        return node.expected("an object");
    std::vector<std::string_view> seen;
    for (const auto &field : object) {
        if (std::find(known.begin(), known.end(), field.key) == known.end()) {
            const std::string nearest = nearestWord(field.key, known);
            return node.at(field.value, '.' + std::string(field.key))
                .error(ErrorKind::BadFormat, "unknown key" + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?"));
        }
        if (std::find(seen.begin(), seen.end(), field.key) != seen.end())
            return node.at(field.value, '.' + std::string(field.key)).error(ErrorKind::BadFormat, "given more than once");
        seen.push_back(field.key);
    }
    return {};
}

Result<Node> required(const Node &node, std::string_view name)
{
    if (auto child = node.find(name))
        return *child;
    return Error{ErrorKind::BadFormat, "missing", node.file + ' ' + node.keyOf('.' + std::string(name))};
}

Result<void> readNumber(const Node &node, std::string_view name, double &target)
{
    const auto child = node.find(name);
    if (!child)
        return {};
    const auto number = numberOf(*child);
    if (!number)
        return number.error();
    target = *number;
    return {};
}

Result<void> readNumber(const Node &node, std::string_view name, std::optional<double> &target)
{
    double number = 0.0;
    if (auto read = readNumber(node, name, number); !read)
        return read;
    if (node.find(name))
        target = number;
    return {};
}

Result<void> readText(const Node &node, std::string_view name, std::string &target)
{
    const auto child = node.find(name);
    if (!child)
        return {};
    auto text = textOf(*child);
    if (!text)
        return text.error();
    target = std::move(*text);
    return {};
}

Result<void> readName(const Node &node, ChannelSpec &spec)
{
    const auto child = required(node, "name");
    if (!child)
        return child.error();
    auto name = textOf(*child);
    if (!name)
        return name.error();
    if (name->empty() || name->size() > kMaxNameBytes)
        return child->error(ErrorKind::OutOfRange, "expected 1 to 128 bytes, found " + std::to_string(name->size()));
    spec.name = std::move(*name);
    return {};
}

Result<DistributionRule::Values> readParams(const Node &node, const DistributionRule &rule)
{
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < rule.paramCount(); ++i)
        names.push_back(rule.params[i].name);
    if (auto checked = onlyKeys(node, names); !checked)
        return checked.error();
    DistributionRule::Values values{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto param = required(node, names[i]);
        if (!param)
            return param.error();
        const auto number = numberOf(*param);
        if (!number)
            return number.error();
        values[i] = *number;
    }
    return values;
}

Result<void> readDistribution(const Node &node, ChannelSpec &spec)
{
    const auto kind = required(node, "distribution");
    if (!kind)
        return kind.error();
    const auto name = textOf(*kind);
    if (!name)
        return name.error();
    const auto rules = distributionRules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const DistributionRule &each) { return each.name == *name; });
    if (rule == rules.end()) {
        std::string known;
        for (const auto &each : rules)
            known += (known.empty() ? "" : ", ") + std::string(each.name);
        return kind->error(ErrorKind::NotFound, "expected one of " + known + ", found \"" + *name + '"');
    }
    const auto params = required(node, "params");
    if (!params)
        return params.error();
    const auto values = readParams(*params, *rule);
    if (!values)
        return values.error();
    auto made = Distribution::make(*name, *values);
    if (!made)
        return Error{made.error().kind, made.error().what, params->file + ' ' + params->key + '.' + made.error().where};
    spec.distribution = *made;
    return {};
}

Result<void> readAnomalies(const Node &node, ChannelSpec &spec)
{
    if (auto read = readNumber(node, "anomaly_ratio", spec.anomalyRatio); !read)
        return read;
    if (spec.anomalyRatio < 0.0 || spec.anomalyRatio > 1.0)
        return node.find("anomaly_ratio")->error(ErrorKind::OutOfRange, "expected a number from 0 to 1");
    const auto range = node.find("anomaly_range");
    if (!range) {
        if (spec.anomalyRatio > 0.0)
            return Error{ErrorKind::BadFormat, "missing although anomaly_ratio is above 0", node.file + ' ' + node.key + ".anomaly_range"};
        return {};
    }
    dom::array ends;
    if (range->element.get(ends) != simdjson::SUCCESS || ends.size() != 2)
        return range->error(ErrorKind::BadFormat, "expected a list of two numbers, low and high");
    const auto low = numberOf(range->at(ends.at(0).value_unsafe(), "[0]"));
    const auto high = numberOf(range->at(ends.at(1).value_unsafe(), "[1]"));
    if (!low || !high)
        return low ? high.error() : low.error();
    if (*low > *high)
        return range->error(ErrorKind::OutOfRange, "expected low before high");
    spec.anomalyLow = *low;
    spec.anomalyHigh = *high;
    return {};
}

Result<ChannelSpec> readChannel(const Node &node)
{
    ChannelSpec spec;
    if (auto checked = onlyKeys(node, kChannelKeys); !checked)
        return checked.error();
    for (const auto step : {readName, readDistribution, readAnomalies})
        if (auto done = step(node, spec); !done)
            return done.error();
    if (auto read = readText(node, "unit", spec.unit); !read)
        return read.error();
    if (auto read = readText(node, "text", spec.text); !read)
        return read.error();
    if (auto read = readNumber(node, "drift", spec.drift); !read)
        return read.error();
    if (auto read = readNumber(node, "low", spec.low); !read)
        return read.error();
    if (auto read = readNumber(node, "high", spec.high); !read)
        return read.error();
    if (spec.low && spec.high && *spec.low >= *spec.high)
        return node.find("high")->error(ErrorKind::OutOfRange, "expected more than low");
    return spec;
}

Result<std::vector<ChannelSpec>> readChannels(const Node &root)
{
    constexpr std::array<std::string_view, 1> kRootKeys{"channels"};
    if (auto checked = onlyKeys(root, kRootKeys); !checked)
        return checked.error();
    const auto list = required(root, "channels");
    if (!list)
        return list.error();
    dom::array entries;
    if (list->element.get(entries) != simdjson::SUCCESS)
        return list->expected("a list");
    if (entries.size() == 0 || entries.size() > kMaxChannels)
        return list->error(ErrorKind::OutOfRange, "expected 1 to 64 channels, found " + std::to_string(entries.size()));
    std::vector<ChannelSpec> channels;
    for (const dom::element entry : entries) {
        const Node node = list->at(entry, '[' + std::to_string(channels.size()) + ']');
        auto channel = readChannel(node);
        if (!channel)
            return channel.error();
        if (std::any_of(channels.begin(), channels.end(), [&](const ChannelSpec &each) { return each.name == channel->name; }))
            return node.find("name")->error(ErrorKind::BadFormat, "another channel has this name too: \"" + channel->name + '"');
        channels.push_back(std::move(*channel));
    }
    return channels;
}

} // namespace

Result<std::vector<ChannelSpec>> parseChannels(std::string_view json, const std::string &path)
{
    dom::parser parser;
    dom::element root;
    const simdjson::padded_string padded(json);
    if (const auto failure = parser.parse(padded).get(root); failure != simdjson::SUCCESS)
        return Error{ErrorKind::BadFormat, std::string("no valid JSON: ") + simdjson::error_message(failure), path};
    return readChannels({root, path, {}});
}

Result<std::vector<ChannelSpec>> loadChannels(const std::string &path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Error{ErrorKind::NotFound, "no such file", path};
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path, ignored))
        return Error{ErrorKind::Io, "cannot be read", path};
    std::ostringstream text;
    text << file.rdbuf();
    if (text.str().size() > kMaxFileBytes)
        return Error{ErrorKind::OutOfRange, "larger than 1 MiB", path};
    return parseChannels(text.str(), path);
}

} // namespace telltale::simulator
