// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/verify_command.h"

#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"

#include <cstdio>

namespace telltale::app {

namespace {

void print(const std::string &line)
{
    std::printf("%s\n", line.c_str());
}

std::string countsOf(const store::JournalCheck &check)
{
    std::string text;
    for (const store::ChainedTable &table : store::chainedTables())
        text +=
            (text.empty() ? "" : ", ") + std::string(table.name) + ' ' + std::to_string(check.links[static_cast<std::size_t>(table.table)]);
    return text;
}

std::string anchorText(const store::JournalCheck &check)
{
    if (!check.anchor)
        return "none";
    return toText(check.anchor->head) + " of " + toIso(check.anchor->at, 0);
}

void print(const store::JournalCheck &check, const std::string &path)
{
    print(path + ": " + check.verdict());
    print("  links: " + countsOf(check));
    print("  anchor: " + anchorText(check));
    if (check.firstBad)
        print("  first bad row: " + check.firstBad->text() + (check.badRows > 1 ? ", of " + std::to_string(check.badRows) : std::string()));
    for (const std::string &problem : check.problems)
        print("  problem: " + problem);
    for (const std::string &note : check.notes)
        print("  note: " + note);
}

} // namespace

int verifyCommand(const DesktopOptions &options)
{
    const auto head = store::headFrom(options.head);
    if (!head && !options.head.empty())
        return complain(kUsage, {ErrorKind::InvalidArgument,
                                 "expected a number, a colon and 64 hexadecimal digits, found \"" + options.head + '"', "--head"});
    const std::string folder = placesOf(options).dataFolder;
    const auto check = store::checkJournal(folder, {.expected = head, .stopWanted = {}});
    if (!check)
        return complain(kFailure, check.error());
    print(*check, folder + store::kJournalName);
    return check->good() ? kOk : kFailure;
}

} // namespace telltale::app
