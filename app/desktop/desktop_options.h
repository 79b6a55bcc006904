// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_table.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/role.h"
#include "ui/notices/notice_settings.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace telltale::app {

/// What the command line asked of `telltale`.
struct DesktopOptions {
    static constexpr double kPace = 10.0;
    enum class Task {
        Monitor,
        Help,
        Version,
        ExportIncident,
        OpenReport,
        ExportJournal,
        Kpi,
        Replay,
        Verify,
        CheckConfig,
        AddAccount,
        RemoveAccount,
        ListAccounts,
        MakeKeys,
        Alive,
        Backup,
        ImportHistory
    };
    Task task = Task::Monitor;
    bool demo = false;
    bool printAlarms = false;
    bool verbose = false;
    bool darkTheme = false;
    bool readOnly = false;
    bool kiosk = false;
    std::string screen;    ///< by name; empty = where the window was
    bool insecure = false; ///< feeds of other computers also without encryption
    std::string profile;   ///< letters, digits and ._-; empty = the usual one
    std::string language;  ///< one of ui::languages(); empty = as on the desktop
    bool noSound = false;  ///< this station has no horn, and says so
    ui::NotifyWhen notify = ui::NotifyWhen::Away;
    std::string plantFile;
    std::vector<std::string> feeds;
    std::string recording;     ///< a file of readings to play as if they came now
    double rowsPerSec = kPace; ///< of it; 0 = as its own times say
    std::string dataFolder;    ///< empty = the usual place
    std::string operatorName;  ///< empty = the name of the login
    std::string alarmCommand;  ///< gets every committed transition; empty = none
    double runForSec = 0.0;    ///< 0 = until the window is closed
    std::string screenshot;
    double screenshotAfterSec = 10.0;
    std::string account;      ///< name, to add or to remove
    std::optional<Role> role; ///< of the one that is added
    std::string incident;     ///< an alarm's number, "last", or "incident:" and a number
    std::string keyFile;      ///< of the pair of keys that is made
    std::string reportFile;   ///< JSON of a report
    std::vector<std::string> formats;
    std::string backupFolder;
    std::vector<std::string> archives; ///< to import
    std::string output;
    std::string head;         ///< of the journal, which it must have had; empty = none is looked for
    std::string shownSource;  ///< "asset/sensor" whose trend is shown first
    double replaySpeed = 1.0; ///< the range is since … until
    std::optional<UtcTime> since;
    std::optional<UtcTime> until;
};

/// The table behind --help and the manual page.
[[nodiscard]] std::span<const OptionRule> desktopOptionRules();
[[nodiscard]] std::string desktopHelp();

/// Errors: InvalidArgument naming the option; the caller prints it and exits with 2.
[[nodiscard]] Result<DesktopOptions> readDesktopOptions(std::span<const std::string> arguments);

} // namespace telltale::app
