// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_options.h"

#include "core/account/account_file.h"
#include "ui/language/language.h"
#include "ui/text.h"

#include <QUrl>
#include <algorithm>
#include <array>

namespace telltale::app {

namespace {

using Task = DesktopOptions::Task;

constexpr std::array kRules{
    OptionRule{"--demo", "", "watch the built-in simulated plant; the first alarm comes within a minute"},
    OptionRule{"--plant", "FILE", "feeds, assets, sensors, detectors and alarms from a plant file (TOML)"},
    OptionRule{"--feed", "URI", "subscribe to a publisher, for example tcp://127.0.0.1:5556; may be repeated", true},
    OptionRule{"--insecure", "",
               "listen to feeds of other computers without encryption too: anybody on the way can read and forge them; a red line says so"},
    OptionRule{"--play", "FILE", "watch a file of readings (CSV, first line with names, a column of times) as if they came now"},
    OptionRule{"--pace", "ROWS", "rows a second with --play; 0: as the file's own times say; default 10"},
    OptionRule{"--data", "DIR", "keep journal and history here instead of the usual place"},
    OptionRule{"--profile", "NAME", "a set of settings, data, layout and log of its own"},
    OptionRule{"--readonly", "",
               "follow what a running instance watches, as its data folder shows it: write nothing and acknowledge nothing"},
    OptionRule{"--operator", "NAME", "who acknowledges; default: the name of the login"},
    OptionRule{"--dark", "", "start with the dark theme"},
    OptionRule{"--lang", "CODE", "language of the window: de or en; default: as on the desktop"},
    OptionRule{"--no-sound", "", "a station without a horn; its header says so"},
    OptionRule{"--notify", "WHEN",
               "notes on the desktop and an icon in the tray: away (while nobody looks at the window), always or never; default away"},
    OptionRule{"--kiosk", "", "full screen without frame and with large buttons; Ctrl+Q twice ends it"},
    OptionRule{"--screen", "NAME", "open on this screen; a wrong name lists those that there are"},
    OptionRule{"--run-for", "SECONDS", "end after this time"},
    OptionRule{"--screenshot", "FILE", "save a picture of the window (PNG)"},
    OptionRule{"--after", "SECONDS", "when to take the picture; default 10"},
    OptionRule{"--print-alarms", "", "write each alarm transition, once committed, as one JSON line to standard output"},
    OptionRule{"--on-alarm", "COMMAND",
               "start this program for each alarm transition, once committed, with the JSON line on its standard input"},
    OptionRule{"--export-incident", "ID", "write a report and exit: of an alarm (its number, or last), or of an incident (incident:N)"},
    OptionRule{"--open-report", "FILE", "read a report back from its JSON file, check it, and write it in the forms of --format"},
    OptionRule{"--format", "LIST", "which forms of the report: pdf,html,csv,json; default pdf,html,csv"},
    OptionRule{"--export-journal", "", "write the alarm journal as CSV and exit"},
    OptionRule{"--kpi", "", "write the key figures of the alarm system as CSV and exit; without --since, of the present shift"},
    OptionRule{"--since", "TIME", "journal or figures from this time on (2026-11-22T12:00:00Z)"},
    OptionRule{"--until", "TIME", "journal or figures before this time"},
    OptionRule{"-o", "PATH", "folder of the report, file of the journal or of the figures (- = standard output, for the figures only)"},
    OptionRule{"--replay", "FROM/TO",
               "play this stretch of the stored past (2026-11-22T12:00:00Z/2026-11-22T13:00:00Z) in a window that writes nothing"},
    OptionRule{"--speed", "FACTOR", "speed of the replay, 1 to 60; default 1"},
    OptionRule{"--show", "ASSET/SENSOR", "whose trend is shown first; default the plant's first sensor"},
    OptionRule{"--add-account", "NAME", "let somebody sign in at this station, or change their role and PIN, and exit; asks for the PIN"},
    OptionRule{"--role", "ROLE", "of that account: viewer, operator, supervisor or engineer"},
    OptionRule{"--remove-account", "NAME", "let somebody no longer sign in, and exit"},
    OptionRule{"--list-accounts", "", "say who may sign in at this station, and exit"},
    OptionRule{"--verify", "", "check that the journal is what was written, name the first row that is not, and exit"},
    OptionRule{"--head", "LINKS:HASH", "a head of the journal from a report or a log, which --verify looks for"},
    OptionRule{"--keygen", "FILE",
               "make a pair of keys for encrypted feeds: the secret one in this new file, the public one beside it; and exit"},
    OptionRule{"--alive", "", "say whether an instance watches and stores into the data folder, and exit: 0 when all is well, else 1"},
    OptionRule{"--backup", "DIR", "copy journal, history and the journal's keys into this folder, while another instance goes on writing, and exit"},
    OptionRule{"--import-history", "FILE", "take the samples of an archive, or of a history that was set aside, back into the data folder, and exit; may be repeated", true},
    OptionRule{"--check-config", "", "check the plant file, say what is wrong with it, and exit"},
    OptionRule{"--verbose", "", "log more to standard error"},
    OptionRule{"--help", "", "print this text"},
    OptionRule{"--version", "", "print the version"},
};

constexpr std::array<std::string_view, 4> kFormats{"pdf", "html", "csv", "json"};
constexpr double kLongestRunSec = 10.0 * 365 * 86400;

Result<ui::NotifyWhen> readNotify(const std::string &word)
{
    constexpr std::array<std::string_view, 3> kWords{"never", "away", "always"};
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end())
        return Error{ErrorKind::InvalidArgument, "expected away, always or never, found \"" + word + '"', "--notify"};
    return ui::NotifyWhen(found - kWords.begin());
}

Result<std::string> readLanguage(const std::string &code)
{
    if (code.empty() || ui::languages().contains(ui::toQt(code)))
        return code;
    return Error{ErrorKind::InvalidArgument,
                 "expected " + ui::fromQt(ui::languages().join(QStringLiteral(" or "))) + ", found \"" + code + '"', "--lang"};
}

Result<std::vector<std::string>> splitFormats(const std::string &list)
{
    std::vector<std::string> formats;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::string format = list.substr(begin, end - begin);
        if (std::find(kFormats.begin(), kFormats.end(), format) == kFormats.end())
            return Error{ErrorKind::InvalidArgument, "expected pdf, html, csv or json, found \"" + format + '"', "--format"};
        formats.push_back(format);
        begin = end + 1;
    }
    return formats;
}

Result<std::optional<UtcTime>> readTime(const Options &given, std::string_view name)
{
    if (!given.has(name))
        return std::optional<UtcTime>{};
    auto time = parseTime(given.text(name));
    if (!time)
        return Error{time.error().kind, time.error().what, std::string(name)};
    return std::optional(*time);
}

/// "FROM/TO" of --replay.
Result<void> readReplay(const Options &given, DesktopOptions &options)
{
    if (!given.has("--replay"))
        return {};
    const std::string range = given.text("--replay");
    const std::size_t slash = range.find('/');
    const auto from = parseTime(range.substr(0, slash));
    const auto to = parseTime(slash == std::string::npos ? std::string() : range.substr(slash + 1));
    if (!from || !to || *from >= *to)
        return Error{ErrorKind::InvalidArgument,
                     "expected two times with a slash between them, the earlier one first, found \"" + range + '"', "--replay"};
    options.since = *from;
    options.until = *to;
    return {};
}

Result<std::optional<Role>> readRole(const Options &given)
{
    Role role = Role::Viewer;
    if (!given.has("--role"))
        return std::optional<Role>{};
    if (!account::readRole(given.text("--role"), role))
        return Error{ErrorKind::InvalidArgument, "expected viewer, operator, supervisor or engineer, found \"" + given.text("--role") + '"',
                     "--role"};
    return std::optional(role);
}

/// It becomes the name of folders.
bool isProfileName(const std::string &name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    return name.size() <= 64 && !name.starts_with('.') && std::all_of(name.begin(), name.end(), fits);
}

Task taskOf(const Options &given)
{
    constexpr std::array<std::pair<std::string_view, Task>, 16> kTasks{{{"--help", Task::Help},
                                                                        {"--version", Task::Version},
                                                                        {"--export-incident", Task::ExportIncident},
                                                                        {"--open-report", Task::OpenReport},
                                                                        {"--export-journal", Task::ExportJournal},
                                                                        {"--kpi", Task::Kpi},
                                                                        {"--replay", Task::Replay},
                                                                        {"--verify", Task::Verify},
                                                                        {"--check-config", Task::CheckConfig},
                                                                        {"--add-account", Task::AddAccount},
                                                                        {"--remove-account", Task::RemoveAccount},
                                                                        {"--list-accounts", Task::ListAccounts},
                                                                        {"--keygen", Task::MakeKeys},
                                                                        {"--alive", Task::Alive},
                                                                        {"--backup", Task::Backup},
                                                                        {"--import-history", Task::ImportHistory}}};
    const auto found = std::find_if(kTasks.begin(), kTasks.end(), [&](const auto &each) { return given.has(each.first); });
    return found == kTasks.end() ? Task::Monitor : found->second;
}

/// A desktop hands over whatever was dropped on the icon: addresses of feeds, and plant files as paths or file:// addresses.
Result<void> takeOperand(const std::string &word, DesktopOptions &options)
{
    constexpr std::string_view kFile = "file://";
    const bool file = word.starts_with(kFile);
    if (!file && word.find("://") != std::string::npos) {
        options.feeds.push_back(word);
        return {};
    }
    const std::string path = file ? ui::fromQt(QUrl(ui::toQt(word)).toLocalFile()) : word;
    if (path.ends_with(".csv") && options.recording.empty()) {
        options.recording = path;
        return {};
    }
    if (!path.ends_with(".toml"))
        return Error{ErrorKind::InvalidArgument, "expected the address of a feed, a plant file (.toml) or one file of readings (.csv)",
                     word};
    if (!options.plantFile.empty())
        return Error{ErrorKind::InvalidArgument, "there can be one plant file only", word};
    options.plantFile = path;
    return {};
}

/// What only shows once everything is known.
Result<DesktopOptions> checked(DesktopOptions options)
{
    if (options.task == Task::ExportJournal && options.output.empty())
        return Error{ErrorKind::InvalidArgument, "--export-journal needs a file to write to", "-o"};
    if (options.task == Task::ExportJournal && options.output == "-")
        return Error{ErrorKind::InvalidArgument, "--export-journal needs the name of a file, not -", "-o"};
    if (options.task == Task::Kpi && options.output.empty())
        return Error{ErrorKind::InvalidArgument, "--kpi needs a file to write to, or - for standard output", "-o"};
    if (!options.head.empty() && options.task != Task::Verify)
        return Error{ErrorKind::InvalidArgument, "is looked for by --verify", "--head"};
    if (options.task == Task::CheckConfig && options.plantFile.empty())
        return Error{ErrorKind::InvalidArgument, "--check-config needs a plant file", "--plant"};
    if (options.task == Task::AddAccount && !options.role)
        return Error{ErrorKind::InvalidArgument, "--add-account needs the role of the account", "--role"};
    if (!isProfileName(options.profile))
        return Error{ErrorKind::InvalidArgument,
                     "expected letters, digits and ._- and no dot at the front, found \"" + options.profile + '"', "--profile"};
    if (!options.recording.empty() && (options.demo || !options.plantFile.empty()))
        return Error{ErrorKind::InvalidArgument, "a file of readings is watched by itself, without a plant", "--play"};
    if (options.readOnly && (!options.recording.empty() || !options.feeds.empty()))
        return Error{ErrorKind::InvalidArgument,
                     "a window that only reads listens to nothing: it shows what a running Telltale stores; leave feeds and files away",
                     "--readonly"};
    if (options.demo && !options.plantFile.empty())
        return Error{ErrorKind::InvalidArgument, "the demo brings its own plant file", "--plant"};
    if (options.output.empty())
        options.output = ".";
    return options;
}

/// Whatever needs no look at what it says.
void takeWords(const Options &given, DesktopOptions &options)
{
    options.demo = given.has("--demo");
    options.printAlarms = given.has("--print-alarms");
    options.verbose = given.has("--verbose");
    options.darkTheme = given.has("--dark");
    options.readOnly = given.has("--readonly");
    options.kiosk = given.has("--kiosk");
    options.noSound = given.has("--no-sound");
    options.insecure = given.has("--insecure");
    options.screen = given.text("--screen");
    options.shownSource = given.text("--show");
    options.profile = given.text("--profile");
    options.plantFile = given.text("--plant");
    options.alarmCommand = given.text("--on-alarm");
    options.recording = given.text("--play");
    options.feeds = given.all("--feed");
    options.dataFolder = given.text("--data");
    options.operatorName = given.text("--operator");
    options.screenshot = given.text("--screenshot");
    options.account = given.text(options.task == Task::AddAccount ? "--add-account" : "--remove-account");
    options.incident = given.text("--export-incident");
    options.keyFile = given.text("--keygen");
    options.reportFile = given.text("--open-report");
    options.backupFolder = given.text("--backup");
    options.archives = given.all("--import-history");
    options.output = given.text("-o");
    options.head = given.text("--head");
}

/// Into `to` when it could be read.
template <typename Value, typename Target>
Result<void> take(Result<Value> read, Target &to)
{
    if (!read)
        return read.error();
    to = std::move(*read);
    return {};
}

/// Numbers, times and words of a list; the first that is not right ends it.
Result<void> takeChecked(const Options &given, DesktopOptions &options)
{
    for (const Result<void> &taken :
         {take(given.number("--run-for", 0.0, 0.0, kLongestRunSec), options.runForSec),
          take(given.number("--after", 10.0, 0.0, kLongestRunSec), options.screenshotAfterSec),
          take(given.number("--speed", 1.0, 1.0, 60.0), options.replaySpeed),
          take(given.number("--pace", DesktopOptions::kPace, 0.0, 1e4), options.rowsPerSec),
          take(splitFormats(given.text("--format", "pdf,html,csv")), options.formats),
          take(readNotify(given.text("--notify", "away")), options.notify), take(readLanguage(given.text("--lang")), options.language),
          take(readTime(given, "--since"), options.since), take(readTime(given, "--until"), options.until),
          take(readRole(given), options.role)}) {
        if (!taken)
            return taken.error();
    }
    return {};
}

} // namespace

std::span<const OptionRule> desktopOptionRules()
{
    return kRules;
}

std::string desktopHelp()
{
    return "Usage: telltale [OPTIONS] [PLANT.toml] [FILE.csv] [URI...]\n"
           "Watches sensor feeds, marks anomalies, keeps alarms and says why each one fired.\n\n"
           + optionHelp(kRules)
           + "\nExit codes: 0 ok, 1 failure, 2 wrong usage or plant file, 3 only part of what was asked could be written.\n";
}

Result<DesktopOptions> readDesktopOptions(std::span<const std::string> arguments)
{
    auto parsed = parseOptions(arguments, kRules);
    if (!parsed)
        return parsed.error();
    const Options &given = *parsed;
    DesktopOptions options;
    options.task = taskOf(given);
    takeWords(given, options);
    for (const std::string &word : given.positional()) {
        if (auto taken = takeOperand(word, options); !taken)
            return taken.error();
    }
    if (auto taken = takeChecked(given, options); !taken)
        return taken.error();
    if (auto replay = readReplay(given, options); !replay)
        return replay.error();
    return checked(std::move(options));
}

} // namespace telltale::app
