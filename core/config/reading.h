// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/config/toml_tree.h"
#include "core/model/detector_spec.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::config {

/// Everything wrong found so far, with its line.
class Reading {
public:
    Reading(std::string file, const DetectorCatalog &catalog) : m_file(std::move(file)), m_catalog(&catalog) {}

    void add(ErrorKind kind, std::size_t line, const std::string &key, std::string what);
    [[nodiscard]] const DetectorCatalog &catalog() const { return *m_catalog; }
    [[nodiscard]] const std::string &file() const { return m_file; }
    [[nodiscard]] bool clean() const { return m_found.empty(); }
    /// In the order of the file.
    [[nodiscard]] std::vector<Error> take();

private:
    struct Placed {
        std::size_t line;
        Error error;
    };
    std::string m_file;
    const DetectorCatalog *m_catalog;
    std::vector<Placed> m_found;
};

/// A value and where it stands: what the checks and the tables below work on.
struct Found {
    const Node &node;
    std::string path; ///< "asset[1].sensors.temperature.low"
    Reading &reading;

    void expected(const std::string &what) const; ///< "expected …, found …"
    void wrong(std::string what, ErrorKind kind = ErrorKind::InvalidArgument) const;
    [[nodiscard]] Found at(const Entry &entry) const;
    [[nodiscard]] Found at(std::size_t index) const;
};

/// What a key may hold. Numbers: min to max inclusive, `above` min when it is exclusive. Text: min to max bytes.
struct ValueRule {
    Node::Kind kind = Node::Kind::Text;
    double min = -std::numeric_limits<double>::max();
    double max = std::numeric_limits<double>::max();
    bool whole = false;
    bool above = false;
    bool required = false;
};

constexpr ValueRule text(double longest = 200, double shortest = 0)
{
    return {Node::Kind::Text, shortest, longest, false, false, false};
}
constexpr ValueRule number(double min = -std::numeric_limits<double>::max(), double max = std::numeric_limits<double>::max())
{
    return {Node::Kind::Number, min, max, false, false, false};
}
constexpr ValueRule numberAbove(double min, double max)
{
    return {Node::Kind::Number, min, max, false, true, false};
}
constexpr ValueRule whole(double min, double max)
{
    return {Node::Kind::Number, min, max, true, false, false};
}
constexpr ValueRule flag()
{
    return {Node::Kind::Flag};
}
constexpr ValueRule list()
{
    return {Node::Kind::List};
}
constexpr ValueRule table()
{
    return {Node::Kind::Table};
}
constexpr ValueRule required(ValueRule rule)
{
    rule.required = true;
    return rule;
}

/// True when the value is what the rule allows; else it has been reported.
bool holds(const Found &found, const ValueRule &rule);
/// Reports a key that is not in the list, with the nearest one that is.
void reportUnknown(const Found &table, const Entry &entry, std::span<const std::string_view> known);

/// One key of a table: what it may hold and where it goes.
template <typename T>
struct KeyRule {
    std::string_view key;
    ValueRule value;
    void (*take)(T &target, const Found &found);
};

template <typename T>
std::vector<std::string_view> keysOf(std::span<const KeyRule<T>> rules)
{
    std::vector<std::string_view> keys;
    for (const KeyRule<T> &rule : rules)
        keys.push_back(rule.key);
    return keys;
}

/// Reads one table by its rules: takes what is right, reports the rest and what is missing.
template <typename T>
void readTable(const Found &table, std::span<const KeyRule<T>> rules, T &target)
{
    for (const Entry &entry : table.node.entries) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const KeyRule<T> &each) { return each.key == entry.key; });
        if (rule == rules.end())
            reportUnknown(table, entry, keysOf(rules));
        else if (const Found value = table.at(entry); holds(value, rule->value))
            rule->take(target, value);
    }
    for (const KeyRule<T> &rule : rules) {
        const auto isGiven = [&](const Entry &entry) { return entry.key == rule.key; };
        if (rule.value.required && std::none_of(table.node.entries.begin(), table.node.entries.end(), isGiven))
            table.wrong("the key " + std::string(rule.key) + " is missing", ErrorKind::NotFound);
    }
}

} // namespace telltale::config
