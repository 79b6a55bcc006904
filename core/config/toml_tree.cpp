// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/toml_tree.h"

#include "core/base/json_text.h"
#include "core/base/log.h"
#include "core/curve/public_key.h"

#include <algorithm>
#include <optional>
#include <toml++/toml.h>

namespace telltale::config {

namespace {

/// The parser, and the destructor of what it builds, call themselves once per level: a key of 100,000 dots overflows the stack.
class DepthGuard {
public:
    /// The line on which the text nests too deeply.
    static std::optional<std::size_t> tooDeepAt(std::string_view text)
    {
        DepthGuard guard;
        for (const char c : text)
            if (!guard.accepts(c))
                return guard.m_line;
        return std::nullopt;
    }

private:
    bool accepts(char c)
    {
        if (c == '\n') {
            ++m_line;
            m_dots = 0;
            m_quote = 0;
            m_comment = false;
            return true;
        }
        if (m_comment || skipsQuoted(c))
            return true;
        m_comment = c == '#';
        m_dots = c == '.' ? m_dots + 1 : endsKey(c) ? 0 : m_dots;
        m_brackets += c == '{' || c == '[' ? 1 : 0;
        m_brackets -= (c == '}' || c == ']') && m_brackets > 0 ? 1 : 0;
        return m_dots <= 2 * kMaxDepth && m_brackets <= kMaxDepth;
    }
    bool skipsQuoted(char c)
    {
        if (m_quote == 0) {
            m_quote = c == '"' || c == '\'' ? c : '\0';
            return m_quote != 0;
        }
        if (m_escaped || (m_quote == '"' && c == '\\'))
            m_escaped = !m_escaped;
        else if (c == m_quote)
            m_quote = 0;
        return true;
    }
    static bool endsKey(char c) { return std::string_view("=,[]{}").find(c) != std::string_view::npos; }

    std::size_t m_line = 1;
    std::size_t m_dots = 0;
    std::size_t m_brackets = 0;
    char m_quote = 0;
    bool m_escaped = false;
    bool m_comment = false;
};

std::size_t lineOf(const toml::source_region &source)
{
    return source.begin.line;
}

class TreeBuilder {
public:
    /// False where it nests too deeply; `deepLine` is then that line.
    bool convert(const toml::node &from, Node &to, std::size_t depth)
    {
        to.line = lineOf(from.source());
        if (depth > kMaxDepth) {
            deepLine = to.line;
            return false;
        }
        if (const auto *table = from.as_table())
            return convertTable(*table, to, depth);
        if (const auto *array = from.as_array())
            return convertArray(*array, to, depth);
        convertValue(from, to);
        return true;
    }

    std::size_t deepLine = 0;

private:
    bool convertTable(const toml::table &from, Node &to, std::size_t depth)
    {
        struct Place {
            toml::source_position at;
            const toml::key *key;
            const toml::node *value;
        };
        std::vector<Place> places;
        for (const auto &[key, value] : from)
            places.push_back({key.source().begin, &key, &value});
        // The library sorts by name; people expect the order in which they wrote.
        std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.at < b.at; });
        to.kind = Node::Kind::Table;
        for (const Place &place : places) {
            Entry &entry = to.entries.emplace_back();
            entry.key = std::string(place.key->str());
            entry.line = place.at.line;
            if (!convert(*place.value, entry.value, depth + 1))
                return false;
            if (entry.value.line == 0) // a table that only a dotted key or a header below it implies
                entry.value.line = entry.line;
        }
        return true;
    }

    bool convertArray(const toml::array &from, Node &to, std::size_t depth)
    {
        to.kind = Node::Kind::List;
        return std::all_of(from.begin(), from.end(),
                           [&](const toml::node &item) { return convert(item, to.items.emplace_back(), depth + 1); });
    }

    static void convertValue(const toml::node &from, Node &to)
    {
        if (const auto *text = from.as_string()) {
            to.kind = Node::Kind::Text;
            to.text = text->get();
        } else if (const auto *flag = from.as_boolean()) {
            to.kind = Node::Kind::Flag;
            to.flag = flag->get();
        } else if (const auto number = from.value<double>(); number && from.is_number()) {
            to.kind = Node::Kind::Number;
            to.number = *number;
        } else {
            to.kind = Node::Kind::Time;
        }
    }
};

} // namespace

std::variant<Node, SyntaxProblem> parseToml(std::string_view text)
{
    if (const auto line = DepthGuard::tooDeepAt(text))
        return SyntaxProblem{*line, "nested too deeply"};
    try {
        const toml::table document = toml::parse(text);
        TreeBuilder builder;
        Node root;
        if (!builder.convert(document, root, 0))
            return SyntaxProblem{builder.deepLine, "nested too deeply"};
        return root;
    } catch (const toml::parse_error &error) {
        return SyntaxProblem{lineOf(error.source()), escapeLine(cleanUtf8(error.description()), 300)};
    }
}

std::string quotable(std::string_view text, std::size_t most)
{
    // All keys look alike: nobody can tell a secret one that slipped into the file from a public one.
    if (curve::PublicKey::read(text))
        return "(40 characters that may be a key and are not repeated)";
    return escapeLine(text, most);
}

std::string describe(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Text: return "text \"" + quotable(node.text, 60) + '"';
    case Node::Kind::Number: return "number " + numberText(node.number);
    case Node::Kind::Flag: return node.flag ? "true" : "false";
    case Node::Kind::Time: return "a date or time";
    case Node::Kind::List: return "a list of " + std::to_string(node.items.size());
    case Node::Kind::Table: break;
    }
    return "a table";
}

} // namespace telltale::config
