// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/reading.h"

#include "core/base/json_text.h"
#include "core/base/option_table.h"

#include <cmath>
#include <utility>

namespace telltale::config {

namespace {

constexpr double kUnbounded = std::numeric_limits<double>::max();

std::string rangeText(const ValueRule &rule)
{
    if (rule.above)
        return " above " + numberText(rule.min) + (rule.max == kUnbounded ? "" : ", at most " + numberText(rule.max));
    if (rule.min == -kUnbounded && rule.max == kUnbounded)
        return "";
    if (rule.max == kUnbounded)
        return " of at least " + numberText(rule.min);
    return " from " + numberText(rule.min) + " to " + numberText(rule.max);
}

std::string expectedText(const ValueRule &rule)
{
    switch (rule.kind) {
    case Node::Kind::Text: return rule.min > 0 ? "text that is not empty" : "text";
    case Node::Kind::Number: return (rule.whole ? "a whole number" : "a number") + rangeText(rule);
    case Node::Kind::Flag: return "true or false";
    case Node::Kind::List: return "a list";
    case Node::Kind::Table: return "a table";
    case Node::Kind::Time: break;
    }
    return "a date or time";
}

bool inRange(double number, const ValueRule &rule)
{
    if (!std::isfinite(number) || (rule.whole && number != std::floor(number)))
        return false;
    return number <= rule.max && (rule.above ? number > rule.min : number >= rule.min);
}

} // namespace

void Reading::add(ErrorKind kind, std::size_t line, const std::string &key, std::string what)
{
    std::string where = m_file + ':' + std::to_string(line);
    if (!key.empty())
        where += ' ' + key;
    m_found.push_back({line, {kind, std::move(what), std::move(where)}});
}

std::vector<Error> Reading::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Placed &a, const Placed &b) { return a.line < b.line; });
    std::vector<Error> errors;
    for (Placed &placed : m_found)
        errors.push_back(std::move(placed.error));
    m_found.clear();
    return errors;
}

void Found::expected(const std::string &what) const
{
    wrong("expected " + what + ", found " + describe(node));
}

void Found::wrong(std::string what, ErrorKind kind) const
{
    reading.add(kind, node.line, path, std::move(what));
}

Found Found::at(const Entry &entry) const
{
    return {entry.value, path.empty() ? quotable(entry.key, 80) : path + '.' + quotable(entry.key, 80), reading};
}

Found Found::at(std::size_t index) const
{
    return {node.items[index], path + '[' + std::to_string(index) + ']', reading};
}

bool holds(const Found &found, const ValueRule &rule)
{
    const Node &node = found.node;
    if (node.kind != rule.kind || (rule.kind == Node::Kind::Text && static_cast<double>(node.text.size()) < rule.min)) {
        found.expected(expectedText(rule));
        return false;
    }
    if (rule.kind == Node::Kind::Number && !inRange(node.number, rule)) {
        found.wrong("expected " + expectedText(rule) + ", found " + numberText(node.number), ErrorKind::OutOfRange);
        return false;
    }
    if (rule.kind == Node::Kind::Text && static_cast<double>(node.text.size()) > rule.max) {
        found.wrong("expected text of at most " + numberText(rule.max) + " bytes, found " + std::to_string(node.text.size()),
                    ErrorKind::OutOfRange);
        return false;
    }
    return true;
}

void reportUnknown(const Found &table, const Entry &entry, std::span<const std::string_view> known)
{
    std::string what = "unknown key: expected one of ";
    for (std::size_t i = 0; i < known.size(); ++i)
        what.append(i == 0 ? "" : ", ").append(known[i]);
    what += ", found " + quotable(entry.key, 80);
    if (const std::string nearest = nearestWord(entry.key, known); !nearest.empty())
        what += "; did you mean " + nearest + '?';
    const std::size_t line = entry.line > 0 ? entry.line : entry.value.line;
    table.reading.add(ErrorKind::NotFound, line, table.at(entry).path, std::move(what));
}

} // namespace telltale::config
