// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/manual.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace telltale::app {

namespace {

constexpr std::string_view kMoreBegins = ".\\\"+ ";
constexpr std::string_view kMoreEnds = ".\\\"-";

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string sentence(std::string_view text)
{
    std::string said(text);
    if (!said.empty())
        said.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(said.front())));
    return roffText(said) + ".\n";
}

std::string entryOf(const OptionRule &rule)
{
    const std::string name = roffText(rule.name);
    const std::string heading = rule.argument.empty() ? ".B " + name : ".BI " + name + " \" " + roffText(rule.argument) + '"';
    return ".TP\n" + heading + '\n' + sentence(rule.text);
}

/// Said once for all commands.
bool isCommon(const OptionRule &rule)
{
    static const std::set<std::string_view> kCommon{"--help", "-h", "--version"};
    return kCommon.contains(rule.name);
}

/// A blank line begins a paragraph; others are filled.
std::string paragraphs(std::string_view text)
{
    std::string page;
    bool begins = true;
    for (const std::string &line : linesOf(text)) {
        begins = begins || line.empty();
        if (line.empty())
            continue;
        page += (begins ? ".PP\n" : "") + roffText(line) + '\n';
        begins = false;
    }
    return page;
}

} // namespace

std::string roffText(std::string_view text)
{
    std::string roff;
    if (text.starts_with('.') || text.starts_with('\''))
        roff = "\\&";
    for (const char c : text) {
        if (c == '\\')
            roff += "\\e";
        else if (c == '-')
            roff += "\\-";
        else
            roff += c;
    }
    return roff;
}

ManualTemplate::ManualTemplate(std::string_view source)
{
    std::string *more = nullptr;
    for (const std::string &line : linesOf(source)) {
        if (line.starts_with(kMoreBegins))
            more = &m_more[line.substr(kMoreBegins.size())];
        else if (line == kMoreEnds)
            more = nullptr;
        else if (more != nullptr)
            *more += line + '\n';
        else
            m_lines.push_back(line);
    }
}

Result<std::string> ManualTemplate::page(std::span<const OptionRule> options, std::span<const ManualCommand> commands,
                                         const std::map<std::string, std::string> &values) const
{
    std::set<std::string, std::less<>> used;
    const auto more = [&](std::string_view name) {
        const auto found = m_more.find(name);
        if (found == m_more.end())
            return std::string();
        used.insert(found->first);
        return found->second;
    };
    std::string optionPart;
    for (const OptionRule &rule : options)
        optionPart += entryOf(rule) + more(rule.name);
    std::string commandPart;
    for (const ManualCommand &command : commands) {
        commandPart += ".SS " + roffText(command.name) + (command.operands.empty() ? "" : ' ' + roffText(command.operands)) + '\n';
        commandPart += sentence(command.text);
        for (const OptionRule &rule : command.options)
            commandPart += isCommon(rule) ? std::string() : entryOf(rule);
        commandPart += paragraphs(command.remarks) + more(command.name);
    }
    const auto stray = std::find_if(m_more.begin(), m_more.end(), [&](const auto &each) { return !used.contains(each.first); });
    if (stray != m_more.end())
        return Error{ErrorKind::InvalidArgument, "the page says more about something that is in no table", stray->first};

    std::string page;
    for (std::string line : m_lines) {
        if (line == "@OPTIONS@" || line == "@COMMANDS@") {
            page += line == "@OPTIONS@" ? optionPart : commandPart;
            continue;
        }
        for (const auto &[name, value] : values) {
            if (const std::size_t at = line.find('@' + name + '@'); at != std::string::npos)
                line.replace(at, name.size() + 2, value);
        }
        if (line.find('@') != std::string::npos)
            return Error{ErrorKind::InvalidArgument, "nothing is known for this place", line};
        page += line + '\n';
    }
    return page;
}

} // namespace telltale::app
