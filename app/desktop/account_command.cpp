// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/account_command.h"

#include "app/desktop/command_end.h"
#include "app/desktop/places.h"
#include "core/account/account_file.h"
#include "core/account/pin.h"
#include "ui/text.h"

#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace telltale::app {

namespace {

/// Keys are not shown on the terminal while this lives.
class SilentTerminal {
public:
    SilentTerminal()
    {
        termios silent{};
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

std::string askFor(const std::string &question)
{
    const SilentTerminal silent;
    std::fprintf(stderr, "%s", question.c_str());
    std::string line;
    std::getline(std::cin, line);
    std::fputc('\n', stderr);
    return line;
}

Result<std::string> readPin(const std::string &name)
{
    std::string pin;
    if (::isatty(STDIN_FILENO) == 0) {
        std::getline(std::cin, pin);
        return pin;
    }
    pin = askFor("PIN of " + name + ": ");
    std::string again = askFor("Once more: ");
    const bool same = pin == again;
    account::forget(again);
    if (!same) {
        account::forget(pin);
        return Error{ErrorKind::InvalidArgument, "the two PINs differ; nothing was changed", {}};
    }
    return pin;
}

Result<void> add(const std::string &file, const DesktopOptions &options)
{
    auto pin = readPin(options.account);
    if (!pin)
        return pin.error();
    auto added = account::addAccount(file, options.account, *options.role, *pin);
    account::forget(*pin);
    if (added)
        std::printf("%s may now sign in as %s.\n", options.account.c_str(), std::string(toText(*options.role)).c_str());
    return added;
}

Result<void> remove(const std::string &file, const DesktopOptions &options)
{
    auto removed = account::removeAccount(file, options.account);
    if (removed)
        std::printf("%s can no longer sign in.\n", options.account.c_str());
    return removed;
}

Result<void> list(const std::string &file)
{
    const auto accounts = account::readAccounts(file);
    if (!accounts)
        return accounts.error();
    for (const account::Account &each : *accounts)
        std::printf("%-10s %s\n", std::string(toText(each.role)).c_str(), each.name.c_str());
    if (accounts->empty())
        std::printf("There are no accounts: everybody at this station may do everything.\n");
    return {};
}

} // namespace

int accountCommand(const DesktopOptions &options)
{
    using Task = DesktopOptions::Task;
    const std::string file = ui::fromQt(placesOf(options).accountsFile);
    const Result<void> done = options.task == Task::AddAccount      ? add(file, options)
                              : options.task == Task::RemoveAccount ? remove(file, options)
                                                                    : list(file);
    if (done)
        return kOk;
    return complain(done.error().kind == ErrorKind::InvalidArgument ? kUsage : kFailure, done.error());
}

} // namespace telltale::app
