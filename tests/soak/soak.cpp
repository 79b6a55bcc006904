// SPDX-License-Identifier: GPL-3.0-or-later
// The soak: a day of data in an hour, with a nemesis, and the history checked afterwards. See --help, and installer/soak.sh.
#include "tests/soak/faults/fault.h"
#include "tests/soak/soak_run.h"
#include "tests/support/built_program.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <string_view>

namespace {

constexpr const char *kHelp =
    "Usage: soak [--hours H] [--speed S] [--seed N] [--quick] [--keep DIR]\n"
    "A day of data (--hours 24) at 20 times its speed (--speed), against the real telltale and telltale-sim, while programs are\n"
    "killed and stopped, the disk is full, the journal locked, the clock moved and hostile frames come, as --seed has it.\n"
    "--quick takes about two and a half minutes. --keep leaves journal and history in DIR.\n"
    "Exit code 1: a promise of the table was missed.\n";

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 2 && words[0] == "--hold-locks")
        return telltale::soak::holdLocks(words[1].c_str());
    if (words.size() == 1 && words[0] == "--help")
        return std::fputs(kHelp, stdout) < 0 ? 1 : 0;
    auto plan = telltale::soak::readSoakPlan(words);
    if (!plan) {
        std::fprintf(stderr, "soak: %s\n%s", plan.error().text().c_str(), kHelp);
        return 2;
    }
    const QTemporaryDir temporary;
    if (plan->folder.empty())
        plan->folder = temporary.path().toStdString();
    plan->programs = telltale::test::builtFolder().toStdString();
    std::fprintf(stderr, "soak: seed %llu, %.1f min\n", static_cast<unsigned long long>(plan->seed), double(plan->lengthMs()) / 60'000.0);
    telltale::soak::SoakRun soak(std::move(*plan));
    soak.run();
    const telltale::soak::FigureTable table = soak.figures();
    std::printf("%s%d promises missed\n", table.text().c_str(), table.missed());
    return table.missed() == 0 ? 0 : 1;
}
