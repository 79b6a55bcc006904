// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stop_signals.h"
#include "app/common/version.h"
#include "app/desktop/account_command.h"
#include "app/desktop/alive_command.h"
#include "app/desktop/desktop.h"
#include "app/desktop/desktop_options.h"
#include "app/desktop/export_command.h"
#include "app/desktop/history_command.h"
#include "app/desktop/keygen_command.h"
#include "app/desktop/kpi_command.h"
#include "app/desktop/replay_command.h"
#include "app/desktop/verify_command.h"
#include "ui/language/language.h"
#include "ui/text.h"

#include <QApplication>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <vector>

using telltale::app::DesktopOptions;

namespace {

/// What needs nothing of Qt's; nothing where the task is another one.
std::optional<int> runWithoutScreen(const DesktopOptions &options)
{
    using Task = DesktopOptions::Task;
    switch (options.task) {
    case Task::Help: return std::fputs(telltale::app::desktopHelp().c_str(), stdout) < 0 ? 1 : 0;
    case Task::Version: return std::fputs(telltale::app::versionText("telltale").c_str(), stdout) < 0 ? 1 : 0;
    case Task::AddAccount:
    case Task::RemoveAccount:
    case Task::ListAccounts: return telltale::app::accountCommand(options);
    case Task::Verify: return telltale::app::verifyCommand(options);
    case Task::MakeKeys: return telltale::app::keygenCommand(options);
    case Task::Alive: return telltale::app::aliveCommand(options);
    case Task::Backup: return telltale::app::backupCommand(options);
    case Task::ImportHistory: return telltale::app::importHistoryCommand(options);
    default: return std::nullopt;
    }
}

int runTask(const DesktopOptions &options, int stopSignals)
{
    using Task = DesktopOptions::Task;
    switch (options.task) {
    case Task::ExportIncident: return telltale::app::exportIncidentCommand(options);
    case Task::OpenReport: return telltale::app::openReportCommand(options);
    case Task::ExportJournal: return telltale::app::exportJournalCommand(options);
    case Task::Kpi: return telltale::app::kpiCommand(options);
    case Task::Replay: return telltale::app::replayCommand(options, stopSignals);
    case Task::CheckConfig: return telltale::app::checkConfig(options);
    default: return telltale::app::runDesktop(options, stopSignals);
    }
}

} // namespace

int main(int argc, char **argv)
{
    // Journals and reports are nobody else's business.
    umask(077);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto options = telltale::app::readDesktopOptions(arguments);
    if (!options) {
        std::fprintf(stderr, "telltale: %s\nTry telltale --help.\n", options.error().text().c_str());
        return 2;
    }
    if (const auto code = runWithoutScreen(*options))
        return *code;
    // A file that may not grow any further is a full disk like any other, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    const int stopSignals = telltale::app::blockStopSignals();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("telltale"));
    QApplication::setApplicationDisplayName(QStringLiteral("Telltale"));
    QApplication::setDesktopFileName(QStringLiteral("org.telltale.Telltale"));
    // Qt took the desktop's locale over, and with it the decimal comma for all that is stored and exported.
    std::setlocale(LC_NUMERIC, "C");
    telltale::ui::speak(application, telltale::ui::toQt(options->language));
    return runTask(*options, stopSignals);
}
