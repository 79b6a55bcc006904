// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_file.h"

#include "core/base/json_text.h"
#include "core/base/log.h"
#include "core/base/option_table.h"
#include "core/base/whole_file.h"
#include "core/config/reading.h"
#include "ui/keys/key_rules.h"
#include "ui/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace telltale::ui {

namespace {

using config::Entry;
using config::Found;

constexpr std::size_t kLargestFile = 256 * 1024;
constexpr double kLongestKey = 60;

/// What one line of the file wants, once it can be read.
struct Choice {
    const KeyRow *row;
    const Entry *entry;
    QList<QKeySequence> keys;
};

std::string nameOf(const QKeySequence &key)
{
    return fromQt(key.toString(QKeySequence::PortableText));
}

std::vector<std::string_view> actNames()
{
    std::vector<std::string_view> names;
    for (const KeyRow &row : keyTable()) {
        names.emplace_back(row.name);
    }
    return names;
}

void reportStranger(const Found &table, const Entry &entry, bool kept)
{
    std::string what = "expected the name of an act, found " + escapeLine(entry.key, 80) + (kept ? ", which stays in the file" : "");
    if (const std::string nearest = nearestWord(entry.key, actNames()); !nearest.empty()) {
        what += "; did you mean " + nearest + '?';
    }
    table.reading.add(ErrorKind::NotFound, entry.line, table.at(entry).path, std::move(what));
}

/// What is wrong has been reported.
bool readInto(QList<QKeySequence> &keys, const Found &found, const KeyRow &row)
{
    const QKeySequence key = readKey(toQt(found.node.text));
    if (key.isEmpty()) {
        found.expected("one key such as \"Ctrl+Return\" or \"F9\"");
        return false;
    }
    const bool own = row.keeps == Keeps::Defaults && defaultKeys(row).contains(key);
    if (faultOf(key) != KeyFault::None && !own) {
        found.expected("a key that does not mean the same everywhere, as Tab, Enter, Esc, arrows, PgUp, PgDown, Ctrl+C and Alt with a "
                       "letter do");
        return false;
    }
    if (!keys.contains(key)) {
        keys << key;
    }
    return true;
}

void reportDeprived(const Found &found, const KeyRow &row)
{
    found.expected(row.keeps == Keeps::Defaults ? "at least " + std::string(row.keys)
                                                : "at least one function key or key with Ctrl, Alt or Meta that edits no text");
}

/// All texts of a list, or nothing.
std::optional<QStringList> textsOf(const Found &list)
{
    QStringList texts;
    for (std::size_t i = 0; i < list.node.items.size(); ++i) {
        const Found item = list.at(i);
        if (!config::holds(item, config::text(kLongestKey, 1))) {
            return std::nullopt;
        }
        texts << toQt(item.node.text);
    }
    return texts;
}

void readAct(const Found &table, const Entry &entry, KeyMap &map, std::vector<Choice> &choices)
{
    const Found list = table.at(entry);
    const auto texts = config::holds(list, config::list()) ? textsOf(list) : std::nullopt;
    const KeyRow *row = rowNamed(entry.key);
    if (row == nullptr) {
        reportStranger(table, entry, texts.has_value());
        if (texts) {
            map.strangers[entry.key] = *texts;
        }
        return;
    }
    if (!texts) {
        return;
    }
    Choice choice{row, &entry, {}};
    bool fits = true;
    for (std::size_t i = 0; i < list.node.items.size(); ++i) {
        fits = readInto(choice.keys, list.at(i), *row) && fits;
    }
    if (fits && !keepsEnough(*row, choice.keys)) {
        reportDeprived(list, *row);
        fits = false;
    }
    if (fits) {
        map.choose(row->act, choice.keys);
        choices.push_back(std::move(choice));
    }
}

/// A key of this choice that another act has, and that act.
std::optional<std::pair<QKeySequence, const KeyRow *>> clashOf(const Choice &choice, const KeyMap &map)
{
    for (const QKeySequence &key : choice.keys) {
        for (const KeyRow &row : keyTable()) {
            if (row.act != choice.row->act && map.keysOf(row.act).contains(key)) {
                return std::pair(key, &row);
            }
        }
    }
    return std::nullopt;
}

/// Takes choices back, the last of the file first, until no key is wanted twice: without any choice none is.
void settleClashes(const Found &table, KeyMap &map, std::vector<Choice> &choices)
{
    for (auto each = choices.rbegin(); each != choices.rend();) {
        const auto clash = clashOf(*each, map);
        if (!clash) {
            ++each;
            continue;
        }
        table.at(*each->entry)
            .wrong("expected keys that no other act has, found " + nameOf(clash->first) + ", which " + clash->second->name + " has");
        map.reset(each->row->act);
        choices.erase(std::next(each).base());
        each = choices.rbegin(); // what came back may be wanted by one that was looked at
    }
}

void readKeys(const Found &table, KeyMap &map)
{
    std::vector<Choice> choices;
    for (const Entry &entry : table.node.entries) {
        readAct(table, entry, map, choices);
    }
    settleClashes(table, map, choices);
}

std::string tomlList(const QStringList &texts)
{
    std::string list = "[";
    for (const QString &text : texts) {
        list += (list.size() == 1 ? "" : ", ") + JsonText().value(std::string_view(fromQt(text))).take();
    }
    return list + ']';
}

} // namespace

KeyFile parseKeys(std::string_view text, const std::string &path)
{
    static constexpr std::array<std::string_view, 1> kTables{"keys"};
    static const DetectorCatalog kNoDetectors; // none is named here
    const auto parsed = config::parseToml(text);
    if (const auto *problem = std::get_if<config::SyntaxProblem>(&parsed)) {
        return {{}, {{ErrorKind::BadFormat, problem->what, path + ':' + std::to_string(problem->line)}}};
    }
    KeyFile file;
    config::Reading reading(path, kNoDetectors);
    const Found root{std::get<config::Node>(parsed), {}, reading};
    for (const Entry &entry : root.node.entries) {
        if (entry.key != kTables.front()) {
            config::reportUnknown(root, entry, kTables);
        } else if (const Found table = root.at(entry); config::holds(table, config::table())) {
            readKeys(table, file.map);
        }
    }
    file.problems = reading.take();
    return file;
}

KeyFile loadKeys(const std::string &path)
{
    const auto text = readWholeFile(path, kLargestFile);
    if (text) {
        return parseKeys(*text, path);
    }
    std::error_code unknown;
    return std::filesystem::exists(path, unknown) ? KeyFile{{}, {text.error()}} : KeyFile{};
}

std::string formatKeys(const KeyMap &map)
{
    std::string text =
        "# Written by Telltale: keys that were chosen for this station. What is not named here has the keys of the manual.\n[keys]\n";
    for (const auto &[act, keys] : map.chosen()) {
        QStringList names;
        for (const QKeySequence &key : keys) {
            names << key.toString(QKeySequence::PortableText);
        }
        text += std::string(rowOf(act).name) + " = " + tomlList(names) + '\n';
    }
    for (const auto &[name, keys] : map.strangers) {
        text += JsonText().value(std::string_view(name)).take() + " = " + tomlList(keys) + '\n';
    }
    return text;
}

Result<void> saveKeys(const KeyMap &map, const std::string &path, bool keepOld)
{
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failure);
    if (failure) {
        return Error{ErrorKind::Io, failure.message(), path};
    }
    if (keepOld) {
        if (const auto old = readWholeFile(path, kLargestFile)) {
            if (auto kept = replaceFile(path + ".old", *old); !kept) {
                return kept;
            }
        }
    }
    return replaceFile(path, formatKeys(map));
}

} // namespace telltale::ui
